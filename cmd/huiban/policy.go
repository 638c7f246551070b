package main

// policyCmd are the verbs about regulations.
type policyCmd struct {
	Coverage coverageCmd `cmd:"" help:"Count the clauses of the regulations, and those that a test proves."`
}
