/*
 * Preloaded into the database of a fault test: remembers what was written to its file and not yet synced, so that a test
 * can take it away, as a power cut would. What a sync has covered, and what went through a descriptor that syncs by
 * itself, is on the disk.
 *
 * POWER_CUT_JOURNAL  where to remember; records of { offset, length, bytes that were there before }.
 * POWER_CUT_LIE      while this file is there the disk lies: syncs say « done » and cover nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -2;

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fdatasync)(int);
static int (*real_fsync)(int);

__attribute__((constructor)) static void find(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_write = dlsym(RTLD_NEXT, "write");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  const char *path = getenv("POWER_CUT_JOURNAL");
  journal = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0600) : -1;
}

static int is_store(int fd) {
  char link[64], path[4096];
  const char *end = "/data.mdb";
  if (journal < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path);
  return length > (ssize_t)strlen(end) && memcmp(path + length - strlen(end), end, strlen(end)) == 0;
}

static int lies(void) {
  const char *path = getenv("POWER_CUT_LIE");
  return path && access(path, F_OK) == 0;
}

/* Through /proc: the descriptor itself may be for writing only. */
static void remember(int fd, off64_t offset, size_t length) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  char *record = calloc(1, 16 + length);
  int64_t head[2] = { offset, (int64_t)length };
  memcpy(record, head, 16);
  int before = open(path, O_RDONLY | O_CLOEXEC);
  if (before >= 0) {
    if (pread64(before, record + 16, length, offset) < 0) abort();
    close(before);
  }
  if (real_write(journal, record, 16 + length) != (ssize_t)(16 + length)) abort();
  free(record);
}

static off64_t begin(int fd, off64_t offset, size_t length) {
  pthread_mutex_lock(&lock);
  off64_t mark = lseek64(journal, 0, SEEK_END);
  remember(fd, offset, length);
  return mark;
}

/* A descriptor that syncs by itself: with the answer it is on the disk. */
static void end(int fd, off64_t mark) {
  if ((fcntl(fd, F_GETFL) & O_DSYNC) && !lies() && ftruncate64(journal, mark) != 0) abort();
  pthread_mutex_unlock(&lock);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  if (!is_store(fd)) return real_pwrite(fd, bytes, length, offset);
  off64_t mark = begin(fd, offset, length);
  ssize_t written = real_pwrite(fd, bytes, length, offset);
  end(fd, mark);
  return written;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!is_store(fd)) return real_writev(fd, parts, count);
  size_t length = 0;
  for (int n = 0; n < count; n += 1) length += parts[n].iov_len;
  off64_t mark = begin(fd, lseek64(fd, 0, SEEK_CUR), length);
  ssize_t written = real_writev(fd, parts, count);
  end(fd, mark);
  return written;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!real_write || !is_store(fd)) return real_write ? real_write(fd, bytes, length) : -1;
  off64_t mark = begin(fd, lseek64(fd, 0, SEEK_CUR), length);
  ssize_t written = real_write(fd, bytes, length);
  end(fd, mark);
  return written;
}

static int sync_with(int (*real)(int), int fd) {
  if (!is_store(fd)) return real(fd);
  if (lies()) return 0;
  pthread_mutex_lock(&lock);
  /* An older disk: much is on the way to it whenever the power goes. */
  usleep(10000);
  int answer = real(fd);
  if (answer == 0 && ftruncate64(journal, 0) != 0) abort();
  pthread_mutex_unlock(&lock);
  return answer;
}

int fdatasync(int fd) { return sync_with(real_fdatasync, fd); }
int fsync(int fd) { return sync_with(real_fsync, fd); }
