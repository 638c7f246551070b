package store

import "gorm.io/gorm"

// listing orders and bounds a list; no limit is all.
func listing(q *gorm.DB, by string, oldest bool, limit int) *gorm.DB {
	if !oldest {
		by += " DESC"
	}
	if limit > 0 {
		q = q.Limit(limit)
	}
	return q.Order(by)
}

// where narrows q, unless value is zero.
func where[T comparable](q *gorm.DB, condition string, value T) *gorm.DB {
	var zero T
	if value == zero {
		return q
	}
	return q.Where(condition, value)
}
