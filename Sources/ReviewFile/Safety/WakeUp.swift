import Foundation
import Glibc

/// Tells when somebody's save has ended.
///
/// A save deletes the file's journal: that is its commit point, and the one event watched for.
/// Watching for writes would wake several times a commit and slow the writer; watching for opens
/// would wake on one's own reads.
package final class WakeUp {
  private let name: [UInt8]
  /// What to wait on with `poll`.
  package let descriptor: Int32

  /// Watches the folder of a review file.
  ///
  /// - Throws: ``ReviewFileError/system(message:)`` where the system gives no watch; looking at
  ///   the file now and then must do.
  package init(path: String) throws(ReviewFileError) {
    let url = URL(fileURLWithPath: path)
    name = Array((url.lastPathComponent + ReviewPlace.journalEnding).utf8)
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw .system(message: "no file watch could be had") }
    let folder = url.deletingLastPathComponent().path
    guard inotify_add_watch(descriptor, folder, UInt32(IN_DELETE)) >= 0 else {
      Glibc.close(descriptor)
      throw .system(message: "\(folder) cannot be watched")
    }
  }

  deinit { Glibc.close(descriptor) }

  /// Takes what has come; whether a save of this file was among it.
  package func drain() -> Bool { FolderEvents.names(from: descriptor).contains(name) }
}
