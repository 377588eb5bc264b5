/* Makes the n-th call that writes or flushes a workshop file fail, once or from then on.
   Loaded before the C library; FAIL_AT, FAIL_WITH (errno) and FAIL_ON (1: from then on). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int calls;

static int fails(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    const char *at = getenv("FAIL_AT"), *from_then_on = getenv("FAIL_ON");
    if (!at || !strstr(path, ".workshop") || strstr(path, "-open")) return 0;
    calls++;
    if (calls != atoi(at) && !(from_then_on && *from_then_on == '1' && calls > atoi(at))) return 0;
    errno = atoi(getenv("FAIL_WITH"));
    return 1;
}

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int f, const void *data, size_t size, off_t offset) {
    NEXT(pwrite);
    return fails(f) ? -1 : next(f, data, size, offset);
}
ssize_t pwrite64(int f, const void *data, size_t size, off64_t offset) {
    NEXT(pwrite64);
    return fails(f) ? -1 : next(f, data, size, offset);
}
ssize_t write(int f, const void *data, size_t size) {
    NEXT(write);
    return fails(f) ? -1 : next(f, data, size);
}
int fsync(int f) {
    NEXT(fsync);
    return fails(f) ? -1 : next(f);
}
int fdatasync(int f) {
    NEXT(fdatasync);
    return fails(f) ? -1 : next(f);
}
int ftruncate(int f, off_t size) {
    NEXT(ftruncate);
    return fails(f) ? -1 : next(f, size);
}
int ftruncate64(int f, off64_t size) {
    NEXT(ftruncate64);
    return fails(f) ? -1 : next(f, size);
}
