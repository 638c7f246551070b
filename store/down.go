package store

import (
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Down reports whether err says that the database does not serve for now: it cannot be reached, is told to stop, full,
// locked or read-only. What it was asked is not to blame and does no harm when it is asked again.
func Down(err error) bool {
	var connect *pgconn.ConnectError
	var pg *pgconn.PgError
	var lite interface{ Code() int }
	var line *net.OpError
	switch {
	case errors.As(err, &connect):
		return true
	case errors.As(err, &pg):
		return downPostgres(pg.Code)
	case errors.As(err, &lite):
		return slices.Contains(downSQLite, lite.Code()&0xff)
	}
	return errors.As(err, &line) || pgconn.Timeout(err) || pgconn.SafeToRetry(err) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// downPostgres judges a SQLSTATE (PostgreSQL, appendix A): the classes of lost connections, short resources such as
// disk_full, shutdowns, and system errors; a standby that takes no writes; and others that got in the way.
func downPostgres(code string) bool {
	return slices.ContainsFunc([]string{"08", "53", "57P", "58", "25006", "40"}, func(class string) bool { return strings.HasPrefix(code, class) })
}

// downSQLite are BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN (sqlite3.h).
var downSQLite = []int{5, 6, 8, 10, 13, 14}
