package daemon

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"regexp"
	"slices"
	"strconv"
)

var (
	pdfEncrypt = regexp.MustCompile(`/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)`)
	pdfID      = regexp.MustCompile(`/ID\s*\[`)
)

// lockedPDF reports whether a PDF asks for a password before it opens. Most that are encrypted do not: a password of the owner
// only keeps others from changing and printing (ISO 32000-2 §7.6.4). What is encrypted in a way that is not known here is
// not called locked.
func lockedPDF(data []byte) bool {
	e := encryption(data)
	if e == nil || e["Filter"] != "Standard" || len(e["O"]) < 32 || len(e["U"]) < 32 {
		return false
	}
	switch e["R"] {
	case "2", "3", "4":
		ids := []string{""}
		for _, at := range pdfID.FindAllIndex(data, -1) {
			ids = append(ids, pdfDict(append([]byte("<</ID"), data[at[1]-1:min(len(data), at[1]+300)]...))["ID"])
		}
		return !slices.ContainsFunc(ids, func(id string) bool { return opensByRC4(e, id) })
	case "5", "6":
		return len(e["U"]) >= 48 && !opensBySHA(e)
	}
	return false
}

// encryption is the encryption dictionary of a PDF, which stands in it in clear; nil where there is none.
func encryption(data []byte) map[string]string {
	found := pdfEncrypt.FindAllSubmatchIndex(data, -1)
	if len(found) == 0 {
		return nil
	}
	m := found[len(found)-1]
	if m[2] < 0 {
		return pdfDict(data[m[1]-2:])
	}
	object := regexp.MustCompile(`(?:^|\s)` + string(data[m[2]:m[3]]) + `\s+` + string(data[m[4]:m[5]]) + `\s+obj\s*<<`)
	all := object.FindAllIndex(data, -1)
	if len(all) == 0 {
		return nil
	}
	return pdfDict(data[all[len(all)-1][1]-2:])
}

// padding takes the place of a password that is not given (ISO 32000-1 §7.6.3.3).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// opensByRC4 tries the empty password (ISO 32000-1 §7.6.3.4, algorithms 2 and 4 to 6).
func opensByRC4(e map[string]string, id string) bool {
	p, _ := strconv.ParseInt(e["P"], 10, 64)
	seed := binary.LittleEndian.AppendUint32([]byte(padding+e["O"][:32]), uint32(p))
	seed = append(seed, id...)
	if e["R"] == "4" && e["EncryptMetadata"] == "false" {
		seed = append(seed, "\xff\xff\xff\xff"...)
	}
	sum, n := md5.Sum(seed), keyLength(e)
	if e["R"] == "2" {
		return string(crypt(sum[:n], 0, []byte(padding))) == e["U"][:32]
	}
	for range 50 {
		sum = md5.Sum(sum[:n])
	}
	check := md5.Sum([]byte(padding + id))
	out := check[:]
	for i := range 20 {
		out = crypt(sum[:n], byte(i), out)
	}
	return string(out) == e["U"][:16]
}

// keyLength is in bytes: 5 in the first version, 16 in the fourth, what the file says in between.
func keyLength(e map[string]string) int {
	bits, _ := strconv.Atoi(e["Length"])
	switch {
	case e["R"] == "4":
		return 16
	case e["R"] == "3" && bits >= 40 && bits <= 128:
		return bits / 8
	}
	return 5
}

// crypt is RC4 with each byte of the key changed by x.
func crypt(key []byte, x byte, data []byte) []byte {
	changed := bytes.Clone(key)
	for i := range changed {
		changed[i] ^= x
	}
	c, err := rc4.NewCipher(changed)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// opensBySHA tries the empty password (ISO 32000-2 §7.6.4.4.10, algorithm 11).
func opensBySHA(e map[string]string) bool {
	salted := sha256.Sum256([]byte(e["U"][32:40]))
	if e["R"] == "5" {
		return string(salted[:]) == e["U"][:32]
	}
	return string(hardened(salted[:])) == e["U"][:32]
}

// hardened goes on from the first hash of an empty password (ISO 32000-2 §7.6.4.3.4, algorithm 2.B).
func hardened(k []byte) []byte {
	for round := 1; ; round++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		out := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(out, out)
		rest := 0
		for _, b := range out[:16] {
			rest += int(b) // 256 leaves 1 when divided by 3, so that the digits' sum leaves what the number does
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(out)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(out)
			k = sum[:]
		case 2:
			sum := sha512.Sum512(out)
			k = sum[:]
		}
		if round >= 64 && int(out[len(out)-1]) <= round-32 {
			return k[:32]
		}
	}
}
