import Foundation
import GRDB

extension ReviewFile {
  /// How often a look at a table that others interrupted is begun again.
  private static let looks = 5

  /// What SQLite finds wrong with its own pages, tables and indexes: all at once where nobody saves
  /// meanwhile, else table by table.
  func structure(_ remark: (String) -> Void) throws -> [String] {
    if let found = try givingWay("PRAGMA integrity_check(20)") { return found }
    let tables = try read {
      try String.fetchAll(
        $0.db,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY 1")
    }
    var (problems, left): ([String], [String]) = ([], [])
    for table in tables {
      let quoted = table.replacing("\"", with: "\"\"")
      var found: [String]?
      for _ in 0..<Self.looks where found == nil {
        found = try givingWay("PRAGMA integrity_check(\"\(quoted)\")")
        if found == nil { waitForRest() }
      }
      if let found { problems += found } else { left.append(table) }
    }
    if !left.isEmpty {
      remark(
        "others were saving all the time, so SQLite's own structure of the tables "
          + "\(left.joined(separator: ", ")) was not looked at; check again when they rest")
    }
    return problems
  }

  /// Waits until nobody saves, a second at most.
  private func waitForRest() {
    let end = Date().addingTimeInterval(1)
    while isBeingSaved, Date() < end { usleep(1000) }
  }

  /// Asks SQLite for what is wrong, and stops asking as soon as somebody wants to save; `nil` then.
  private func givingWay(_ question: String) throws -> [String]? {
    try Self.translating(path) {
      // On a connection of its own: what is stopped in the middle is not used again.
      let looking = try DatabaseQueue(
        path: path, configuration: Connection.configuration(readOnly: true))
      defer { try? looking.close() }
      let watch = SaveWatch(self) { looking.interrupt() }
      defer { watch.end() }
      do {
        return try patiently {
          try looking.read { try String.fetchAll($0, sql: question) }
        }.filter { $0 != "ok" }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        return nil
      }
    }
  }
}

/// Sees others begin to save, whose commit waits for every reader.
private final class SaveWatch: @unchecked Sendable {
  private let lock = NSLock()
  private var isOver = false
  private let ended = DispatchSemaphore(value: 0)

  init(_ file: ReviewFile, _ interrupt: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { [self] in
      while !lock.withLock({ isOver }) {
        if file.isBeingSaved { interrupt() }
        usleep(1000)
      }
      ended.signal()
    }
  }

  func end() {
    lock.withLock { isOver = true }
    ended.wait()
  }
}
