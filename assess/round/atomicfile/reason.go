package atomicfile

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
)

// reason puts what the system refused into the user's language; what it has no
// words for stays as the system says it.
func reason(err error) string {
	for _, w := range words {
		if errors.Is(err, w.is) {
			return w.text
		}
	}
	var number syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &number) {
		if text, ok := windowsWords[number]; ok {
			return text
		}
	}
	return err.Error()
}

var words = []struct {
	is   error
	text string
}{
	{fs.ErrPermission, "tidak ada izin menulis di sana, atau berkasnya sedang terbuka"},
	{syscall.ENOTDIR, "ada berkas yang bernama sama dengan foldernya"},
	{syscall.EROFS, "foldernya hanya dapat dibaca"},
	{syscall.ENOSPC, "ruang penyimpanan penuh"},
	{syscall.ENAMETOOLONG, "namanya terlalu panjang"},
}

const inUse = "berkasnya sedang dibuka program lain"

// windowsWords are for errors of Windows that Go has no names for.
var windowsWords = map[syscall.Errno]string{32: inUse, 33: inUse, 112: "ruang penyimpanan penuh"}
