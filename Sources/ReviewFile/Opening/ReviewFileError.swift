import Foundation

/// Why a review file could not be opened, made, read or written.
///
/// The file is as it was.
package enum ReviewFileError: Error, Equatable {
  /// There is no such file.
  case notFound(path: String)
  /// It is a folder, a device or a pipe.
  case notAFile(path: String)
  /// It has a second name (a hard link), under which SQLite would find another journal.
  case hardLinked(path: String)
  /// Something stands where the review was to be made.
  case exists(path: String)
  /// SQLite would take it for the journal of another file, and remove it.
  case journalName(path: String)
  /// The folder is not there or cannot be written in.
  case noFolder(path: String)
  /// It is not a review of ours.
  case notAReview(path: String)
  /// A newer version of the program made it.
  case newer(path: String, version: Int)
  /// Its tables are not those that this program makes.
  case foreignSchema(path: String)
  /// It, or its folder, may not be written to.
  case readOnly(path: String)
  /// It lies on a network file system.
  case network(path: String, fileSystem: String)
  /// The disk is full.
  case diskFull
  /// Others held it for longer than a save waits.
  case busy
  /// It is damaged.
  case damaged(path: String, detail: String)
  /// A setting did not take.
  case setting(name: String, value: String)
  /// Anything else that SQLite or the system says.
  case system(message: String)

  /// What the system said last, of a call that was to do something with a file.
  static func failed(_ path: String) -> ReviewFileError {
    errno == ENOSPC ? .diskFull : .system(message: "\(path): \(String(cString: strerror(errno)))")
  }
}

extension ReviewFileError {
  /// One sentence that names the thing, says why and offers the next step.
  package var sentence: String {
    switch self {
    case .notFound(let path): "there is no review at \(path); `linewise new` makes one"
    case .notAFile(let path): "\(path) is not a file, so it cannot be a review"
    case .hardLinked(let path):
      "\(path) has a second name (a hard link), and a save under one name could be lost under the "
        + "other; keep one name only"
    case .exists(let path): "\(path) is there already; choose another name"
    case .journalName(let path):
      "\(path) has the name of another file's journal, which SQLite removes; choose another name"
    case .noFolder(let path): "the folder \(path) is not there or cannot be written in"
    case .notAReview(let path):
      "\(path) is not a Linewise review; `linewise import` brings in texts"
    case .newer(let path, let version):
      "\(path) was made by a newer Linewise (its log is version \(version)); update to open it"
    case .foreignSchema(let path):
      "\(path) has tables that Linewise did not make and was left alone; go back to a backup"
    case .readOnly(let path):
      "\(path) or its folder is read-only; reading and exporting work on a copy that you may write"
    case .network(let path, let fileSystem):
      "\(path) lies on \(fileSystem), where two computers can overwrite each other's work; keep "
        + "the review on a local disk and share it over SSH"
    case .diskFull: "the disk is full; nothing of this act was written, make room and repeat it"
    case .busy: "somebody else has been saving for ten seconds; try again"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)); keep it, and go back to a backup"
    case .setting(let name, let value):
      "SQLite did not take the setting \(name) (it reads \(value)); acts could be lost, so the "
        + "review was not opened"
    case .system(let message): message
    }
  }
}
