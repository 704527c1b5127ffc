#ifndef LINEWISE_CSYSTEM_SHIM_H
#define LINEWISE_CSYSTEM_SHIM_H

#include <sqlite3.h>
#include <sys/vfs.h>

/// The type of the file system on which `path` lies, as statfs(2) numbers it; 0 where it fails.
static inline unsigned int linewise_file_system(const char *path) {
  struct statfs info;
  return statfs(path, &info) == 0 ? (unsigned int)info.f_type : 0;
}

/// Switches off what a hostile file could make SQLite do. `sqlite3_db_config` is variadic, which
/// Swift cannot call.
static inline void linewise_harden(void *connection) {
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
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
