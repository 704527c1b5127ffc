import Dispatch
import Foundation
import ReviewFile
import Workbench

/// How the desk's backup stands.
struct BackupTurn {
  /// Whether a look at what is due is waiting already.
  var isWaiting = false
  /// Whether it is to stop where it is; what is left is copied the next time.
  var isStopping = false
}

extension Worker {
  /// How long leaving the desk waits for a backup that is under way, in milliseconds.
  private static let patience = 2000

  /// Appends to the backup where enough is new, off all other queues: the first backup of a large
  /// review takes as long as the review is large, and no save waits for it.
  ///
  /// A failure is told, and no act is lost by it.
  func backUp() {
    let isWaiting = lock.withLock {
      defer { backup.isWaiting = true }
      return backup.isWaiting
    }
    guard !isWaiting else { return }
    backups.async { [self] in
      lock.withLock { backup.isWaiting = false }
      do {
        let source = try backupSource ?? session.file.reopened()
        backupSource = source
        try source.backUpIfDue(in: StateFolder.backups(of: source.id)) {
          lock.withLock { !backup.isStopping }
        }
      } catch {
        mailbox.put(.failed("saved, but not backed up: \(Failure(error).sentence)"))
      }
    }
  }

  /// Waits a moment for a backup, then has it stop.
  func endBackup() {
    let group = DispatchGroup()
    backups.async(group: group) {}
    guard group.wait(timeout: .now() + .milliseconds(Self.patience)) == .timedOut else { return }
    lock.withLock { backup.isStopping = true }
    group.wait()
    lock.withLock { backup.isStopping = false }
  }
}
