package store

import (
	"errors"
	"syscall"
)

// errSharing is ERROR_SHARING_VIOLATION: somebody has the file open.
const errSharing = syscall.Errno(32)

// tryLock opens the file shared with nobody, which is a lock on Windows.
func tryLock(path string) (unlock func(), taken bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err == nil {
		return func() { syscall.CloseHandle(h) }, true, nil
	}
	if errors.Is(err, errSharing) {
		return nil, false, nil
	}
	return nil, false, err
}
