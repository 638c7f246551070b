// Package mailer moves bytes between huiban and a mail provider: it follows one mailbox over IMAP
// ([Watcher]), hands ready messages to an SMTP server ([Sender]), and builds and checks the MIME tree of an
// outgoing mail ([Compose], [Lint], [DKIM]). It knows no meetings and imports none of huiban's other packages.
//
// Nothing in a mailbox is ever deleted, and the mailbox is never the only copy of anything: a message is marked
// or moved only after its receiver has said that it is stored.
package mailer
