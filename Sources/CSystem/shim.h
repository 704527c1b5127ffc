#ifndef LINEWISE_CSYSTEM_SHIM_H
#define LINEWISE_CSYSTEM_SHIM_H

#include <fcntl.h>
#include <malloc.h>
#include <linux/fs.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/// The type of the file system on which `path` lies, as statfs(2) numbers it; 0 where it fails.
static inline unsigned int linewise_file_system(const char *path) {
  struct statfs info;
  return statfs(path, &info) == 0 ? (unsigned int)info.f_type : 0;
}

/// Renames a file where nothing has the new name; -1 and `errno` where that cannot be. The library's
/// own call is seen only by those who ask for all of GNU's.
static inline int linewise_rename_to_new(const char *old, const char *new_name) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new_name, RENAME_NOREPLACE);
}

/// Has what was written into a stretch of a file go to the disk, and waits until it is there; -1 and
/// `errno` where that cannot be. The library's own call is seen only by those who ask for all of GNU's.
static inline int linewise_send(int descriptor, long long start, long long length) {
  return (int)syscall(
      SYS_sync_file_range, descriptor, start, length,
      7 /* SYNC_FILE_RANGE_WAIT_BEFORE, WRITE and WAIT_AFTER */);
}

/// Gives memory that is free back to the system: the thread of a long read leaves much of it behind, in
/// a part that no other thread takes from.
static inline void linewise_trim(void) { malloc_trim(0); }

/// Has SQLite keep no account of its memory, for which all threads would wait for one another at each
/// piece that one of them takes; nothing happens where SQLite is at work already.
static inline void linewise_keep_no_account(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Switches off what a hostile file could make SQLite do. `sqlite3_db_config` is variadic, which
/// Swift cannot call.
static inline void linewise_harden(void *connection) {
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}

/// Whether a connection of whatever process is in the middle of a save of this one's file: it has the
/// lock that SQLite's file format calls reserved. To ask takes and gives up no lock.
static inline int linewise_somebody_saves(void *connection) {
  sqlite3_file *file = 0;
  int reserved = 0;
  int found = sqlite3_file_control((sqlite3 *)connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (found != SQLITE_OK || !file || !file->pMethods || !file->pMethods->xCheckReservedLock) return 0;
  return file->pMethods->xCheckReservedLock(file, &reserved) == SQLITE_OK && reserved;
}

/// The bytes of a column where they lie, until the statement steps on.
static inline const void *linewise_column_bytes(void *statement, int column) {
  return sqlite3_column_blob((sqlite3_stmt *)statement, column);
}

/// How many bytes a column has.
static inline int linewise_column_size(void *statement, int column) {
  return sqlite3_column_bytes((sqlite3_stmt *)statement, column);
}

#endif
