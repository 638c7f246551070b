// Package mailtest is a small mail server in this process: SMTP in front, IMAP behind, mail kept in memory. The demo
// runs on it, and tests use it because it can be told to fail in the ways real servers fail.
//
// Every address it serves is a mailbox that exists as soon as it is used. huiban+x@corp.test is delivered to
// huiban@corp.test with the full address in Delivered-To. A mail handed in by the account of its own From address is
// marked dmarc=pass, as a company's own server would.
package mailtest
