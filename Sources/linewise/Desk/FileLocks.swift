import Foundation
import Glibc
import Workbench

/// The locks on a review's file, as the kernel lists them.
enum FileLocks {
  /// The bytes that SQLite locks, by its file format.
  private static let locked: ClosedRange<Int64> = 0x4000_0000...0x4000_01FF

  /// Another process that has a lock on a file, before all others one that writes.
  static func holder(of path: String) -> Obstacle? {
    var info = stat()
    guard stat(path, &info) == 0,
      let table = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    let locks = table.split(separator: "\n").compactMap(Lock.init)
      .filter { $0.inode == info.st_ino && $0.process != getpid() && locked.contains($0.start) }
    guard let lock = locks.first(where: \.isWriting) ?? locks.first, lock.process > 0 else {
      return nil
    }
    let (name, letter) = state(of: lock.process)
    return .holder(process: lock.process, program: name, isStopped: letter == "T")
  }

  /// One lock that is held.
  private struct Lock {
    let isWriting: Bool
    let process: Int32
    let inode: UInt
    let start: Int64

    /// Reads `1: POSIX  ADVISORY  WRITE 4711 fe:01:1835 1073741825 1073741825`; one that waits has
    /// `->` before its words.
    init?(_ line: Substring) {
      let fields = line.split(separator: " ")
      guard fields.count == 8, let process = Int32(fields[4]), let start = Int64(fields[6]),
        let inode = fields[5].split(separator: ":").last.flatMap({ UInt($0) })
      else { return nil }
      isWriting = fields[3] == "WRITE"
      (self.process, self.inode, self.start) = (process, inode, start)
    }
  }

  /// The name of a process and the letter that proc(5) gives to its state.
  private static func state(of process: Int32) -> (name: String, letter: Substring) {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let start = line.firstIndex(of: "("), let end = line.lastIndex(of: ")")
    else { return ("somebody else", "") }
    let letter = line[line.index(after: end)...].split(separator: " ").first ?? ""
    return (String(line[line.index(after: start)..<end]), letter)
  }
}
