/* A disk that fails, waits, or is recorded: loaded before the C library, it sees every call by which
   a process changes files in one folder. The functions named disk_... are called by that process. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define LONGEST 4096

static char folder[LONGEST];
static int calls, flushes, fail_at, fail_with, fail_from_then_on, wait_ms, record = -1;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

void disk_watch(const char *path) { snprintf(folder, sizeof folder, "%s/", path); }
void disk_fail(int at, int with, int from_then_on) {
    calls = 0, fail_at = at, fail_with = with, fail_from_then_on = from_then_on;
}
int disk_calls(void) { return calls; }
int disk_flushes(void) { return flushes; }
void disk_wait(int ms) { wait_ms = ms; }

static void put(const void *data, size_t size) {
    NEXT(write);
    if (next(record, data, size) != (ssize_t)size) abort();
}

/* One event: what, at which byte, how many bytes follow, and the path with its length. */
static void note(char what, const char *path, off_t at, const void *data, size_t size) {
    if (record < 0) return;
    char head[100];
    int length = snprintf(
        head, sizeof head, "%c %lld %zu %zu\n", what, (long long)at, size, strlen(path));
    pthread_mutex_lock(&guard);
    put(head, length);
    put(path, strlen(path));
    put(data, size);
    pthread_mutex_unlock(&guard);
}

void disk_record(const char *log) { record = open(log, O_WRONLY | O_CREAT | O_APPEND, 0644); }
void disk_mark(long number) { note('A', "", number, "", 0); }

static int is_watched(const char *path) {
    size_t length = strlen(path), end = strlen("-open"), whole = strlen(folder);
    if (!whole || length < whole - 1 || !strcmp(path + length - end, "-open")) return 0;
    return !strncmp(path, folder, length < whole ? whole - 1 : whole);
}

static int find(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, LONGEST - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_watched(path);
}

static int fails(void) {
    int call = __sync_add_and_fetch(&calls, 1);
    if (!fail_at || (call != fail_at && !(fail_from_then_on && call > fail_at))) return 0;
    errno = fail_with;
    return 1;
}

static void delay(void) {
    struct timespec time = {wait_ms / 1000, wait_ms % 1000 * 1000000L};
    if (wait_ms) nanosleep(&time, NULL);
}

#define WRITING(call, where)                                   \
    char path[LONGEST];                                        \
    int watched = find(f, path);                               \
    if (watched && fails()) return -1;                         \
    ssize_t done = call;                                       \
    if (watched && done > 0) note('W', path, where, data, done); \
    return done;

ssize_t pwrite(int f, const void *data, size_t size, off_t at) {
    NEXT(pwrite);
    WRITING(next(f, data, size, at), at)
}
ssize_t pwrite64(int f, const void *data, size_t size, off64_t at) {
    NEXT(pwrite64);
    WRITING(next(f, data, size, at), at)
}
ssize_t write(int f, const void *data, size_t size) {
    NEXT(write);
    WRITING(next(f, data, size), lseek(f, 0, SEEK_CUR) - done)
}

#define FLUSHING(call)                            \
    char path[LONGEST];                           \
    if (!find(f, path)) return call;              \
    if (fails()) return -1;                       \
    flushes++;                                    \
    delay();                                      \
    int done = call;                              \
    if (!done) note('S', path, 0, "", 0);         \
    return done;

int fsync(int f) {
    NEXT(fsync);
    FLUSHING(next(f))
}
int fdatasync(int f) {
    NEXT(fdatasync);
    FLUSHING(next(f))
}

#define TRUNCATING(call)                          \
    char path[LONGEST];                           \
    int watched = find(f, path);                  \
    if (watched && fails()) return -1;            \
    int done = call;                              \
    if (watched && !done) note('T', path, size, "", 0); \
    return done;

int ftruncate(int f, off_t size) {
    NEXT(ftruncate);
    TRUNCATING(next(f, size))
}
int ftruncate64(int f, off64_t size) {
    NEXT(ftruncate64);
    TRUNCATING(next(f, size))
}

int unlink(const char *path) {
    NEXT(unlink);
    int watched = is_watched(path);
    if (watched && fails()) return -1;
    int done = next(path);
    if (watched && !done) note('U', path, 0, "", 0);
    return done;
}
int rename(const char *path, const char *to) {
    NEXT(rename);
    int watched = is_watched(path);
    if (watched && fails()) return -1;
    int done = next(path, to);
    if (watched && !done) note('R', path, 0, to, strlen(to));
    return done;
}
