package daemon

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// encrypted are the dictionaries and the ids of one-page files that pdfcpu encrypted by each method: with the password of an owner
// only, and with one to open.
var encrypted = []struct{ how, owner, ownerID, user, userID string }{
	{"RC4, 40 bits",
		`<</Filter/Standard/O<c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab>/P -3901/R 2/U<d6ba3c18ac374a711f1c522928df388c55840d5793c5a554e5d39a0458a971d4>/V 1>>`, "<44D9FF177F3856D20809B63B8F83F574>",
		`<</Filter/Standard/O<94e8094419662a774442fb072e3d9f19e9d130ec09a4d0061e78fe920f7ab62f>/P -3901/R 2/U<7465bbb033c1442c0b6713a9abb0d0e76bf74da1c591891ec2242cdf6b750be7>/V 1>>`, "<166EBF4B1D88B884D5F124F75D28993C>"},
	{"RC4, 128 bits",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/V2/Length 128>>>>/Filter/Standard/Length 128/O<566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5>/P -3901/R 4/StmF/StdCF/StrF/StdCF/U<7ae12eff2e1d183a54ae1f10f3e5cb2700000000000000000000000000000000>/V 4>>`, "<338BE1DD175AFD2919AC597B51EFAFF3>",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/V2/Length 128>>>>/Filter/Standard/Length 128/O<0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671>/P -3901/R 4/StmF/StdCF/StrF/StdCF/U<80e0d82c08e13753bc035bc02f1b776a00000000000000000000000000000000>/V 4>>`, "<AA437565A06BC02D7494A3F9CC6156FC>"},
	{"AES, 128 bits",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 128>>>>/Filter/Standard/Length 128/O<566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5>/P -3901/R 4/StmF/StdCF/StrF/StdCF/U<235ff0d0efbeae37ae8857482621d6fd00000000000000000000000000000000>/V 4>>`, "<495E4B4BA9A5AE35A852642536B881DD>",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 128>>>>/Filter/Standard/Length 128/O<0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671>/P -3901/R 4/StmF/StdCF/StrF/StdCF/U<ef378a94302f9ed8f3defe2ada76385800000000000000000000000000000000>/V 4>>`, "<6E3D1C65306B04DF583DDF916460AF9A>"},
	{"AES, 256 bits",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 256>>>>/Filter/Standard/Length 256/O<43e513647ceb54874d1ccc210a118616173adf3594ac989e95cae487b89127a36d8105cbe27fc25ff359c6906046a9bc>/P -3901/R 5/StmF/StdCF/StrF/StdCF/U<63c3785c2387adc1cdf60b51b7a7b604c419f4b3c567fcb06cabe19773b4a93df67fabcac0022d81ea883be86792300c>/V 5>>`, "<83329F343BC5275E76C29BE1A1390D9A>",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 256>>>>/Filter/Standard/Length 256/O<3803f53fe046bd448c3f5bff84b5838db42342f55a0a2222320b1091686a9fa975c94c061c873c7679b5914a3ebbc44d>/P -3901/R 5/StmF/StdCF/StrF/StdCF/U<5fafdae2f3375c801c2b3bafa8968983e5f094e60b4a29338f10177e910ea9a630ba4ddd2f3ea30c188f9d09433d198e>/V 5>>`, "<03EB540AC4FF67E345B314D377C0DB5F>"},
	{"AES, 256 bits, PDF 2.0",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<a8a811590e88de6962a7bd9f2156d967fc565d2f0a4b29088731544dee0524f8da42390b3afa8b1f180225764d7301e6>/P -3901/R 6/StmF/StdCF/StrF/StdCF/U<9aa76d78a9730aa1ce0ce64dce3ad53ac10e4115636f174726cc08a7fa70258a7f1199941587e24e19a352819a037271>/V 5>>`, "<2BB0A0B0D599BE1CCC7228C9139D7303>",
		`<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<7aae11d5d6d386d48c5fc2b2706df708941b0101a66b25eb236d91bfa2f3c0f2f6175f026ccab8b747c2890ef8b4a989>/P -3901/R 6/StmF/StdCF/StrF/StdCF/U<bc70f01833eaa698eb1af08f2f24ceb74a3d18f7c8452bed767eb680929e920b7386afe90554dcaa2d0fe958d5749c8b>/V 5>>`, "<B54B7E754AEB5DD200BB909C76DC13A5>"},
}

// filed is a PDF of one page with that encryption.
func filed(dict, id string) []byte {
	return fmt.Appendf(nil, "%%PDF-1.7\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n5 0 obj\n%s\nendobj\ntrailer\n<</Encrypt 5 0 R/ID[%s %s]/Root 1 0 R>>\nstartxref\n9\n%%%%EOF\n", dict, id, id)
}

// escapedStrings writes the strings of a dictionary as most programs do: in parentheses, bytes that would not be seen in octal.
func escapedStrings(dict string) string {
	return regexp.MustCompile(`<[0-9a-fA-F]{16,}>`).ReplaceAllStringFunc(dict, func(s string) string {
		b, _ := hex.DecodeString(strings.Trim(s, "<>"))
		var out strings.Builder
		for _, c := range b {
			switch {
			case strings.ContainsRune("()\\", rune(c)):
				out.WriteString("\\" + string(c))
			case c < 32:
				fmt.Fprintf(&out, "\\%03o", c)
			default:
				out.WriteByte(c)
			}
		}
		return "(" + out.String() + ")"
	})
}

// S2-42: a PDF counts as locked only where nobody can open it without a password. One that its owner has only kept from being
// changed opens for everybody.
func TestLockedPDF(t *testing.T) {
	for _, e := range encrypted {
		for _, written := range []func(string) string{func(s string) string { return s }, escapedStrings} {
			if pages, flaw := look("计划.pdf", filed(written(e.owner), written(e.ownerID))); pages != 1 || flaw != "" {
				t.Errorf("%s, an owner's password: %d pages, %q", e.how, pages, flaw)
			}
			if _, flaw := look("计划.pdf", filed(written(e.user), written(e.userID))); flaw != secretary.LockedFile {
				t.Errorf("%s, a password to open: %q", e.how, flaw)
			}
		}
	}
	for _, dict := range []string{"", "<</Filter/Standard/R 4>>", "<</Filter/FoxitConnectedPDFDRM/V 1/R 2>>", "<</Filter/Standard/V 9/R 9/O<" + strings.Repeat("00", 48) + ">/U<" + strings.Repeat("00", 48) + ">>>"} {
		if _, flaw := look("计划.pdf", filed(dict, "<00>")); flaw != "" {
			t.Errorf("%s: %q, and nobody knows", dict, flaw)
		}
	}
}
