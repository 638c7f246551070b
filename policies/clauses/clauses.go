// Package clauses is the register of what the four regulations demand: each clause in our own words, how huiban does it,
// and the tests that prove it. Its data is clauses.txt; docs/clauses.md is written from it, and the tests of this package
// hold it to the truth: a proof exists, is run, and names the clause.
package clauses

import (
	_ "embed"
	"strings"
	"sync"
)

// Kind says who sees to a clause.
type Kind string

// The kinds.
const (
	Auto   Kind = "auto"   // huiban does it; a person at most answers a letter
	Assist Kind = "assist" // huiban reminds, collects, records or checks; a person does the thing itself
	Human  Kind = "human"  // conduct in the room or a judgement outside; at most printed in a letter
)

// Clause is one demand of a regulation.
type Clause struct {
	ID     string // S0-24
	Kind   Kind
	Zh, En string   // the demand in a few words
	How    string   // how huiban does it, English; empty where it does not, or not yet
	Proofs []string // tests: secretary.TestName, secretary.TestName/subtest, secretary/testdata/file.txtar
}

// Regulation is the id of the regulation that the clause stands in: S0 of S0-24.
func (c Clause) Regulation() string {
	reg, _, _ := strings.Cut(c.ID, "-")
	return reg
}

// Counted tells whether the clause wants a proof: what people do by themselves in the room does not.
func (c Clause) Counted() bool { return c.Kind != Human }

// Regulation is one of the regulations.
type Regulation struct{ ID, Zh, En string }

// Regulations lists them in the order of the register.
func Regulations() []Regulation {
	return []Regulation{
		{"S0", "产销协调会议", "Production-sales coordination meeting"},
		{"S1G", "产销会议总则", "Production-sales meetings, general part"},
		{"S1A", "制造企业产销会议", "A manufacturer's production-sales meeting"},
		{"S1B", "房地产公司销售部会议", "A property developer's sales department"},
		{"S1C", "房地产营销中心会议", "A property sales centre"},
		{"S1D", "房地产代理公司销售部会议", "A property agency's sales department"},
		{"S1E", "房地产项目销售部会议", "A property project's sales department"},
		{"S1F", "公司产销会议（简本）", "A short production-sales meeting regulation"},
		{"S2", "销售与运营会议", "Sales and operations meetings"},
		{"S3", "市场部会议", "Marketing department meetings"},
	}
}

//go:generate go test -run ^TestDocument$ -update .

//go:embed clauses.txt
var register []byte

var read = sync.OnceValue(func() []Clause {
	cs, err := parse(register)
	if err != nil {
		panic(err)
	}
	return cs
})

// All lists the clauses, regulation by regulation, in the order of their numbers. It is the caller's.
func All() []Clause { return append([]Clause(nil), read()...) }
