import Dispatch
import Foundation
import ReviewFile
import Synthesis
import Workbench

/// Which lines bear which codes, kept for the desks of themes once one has asked.
struct LineCount {
  /// Whether one has asked.
  var isWanted = false
  /// The index, once it was counted.
  var index: CodedLines?
  /// Documents that changed since they were counted.
  var stale: Set<EntityID> = []
}

extension Worker {
  /// Reads what boards are made of, and has the lines counted; on the queue of reads.
  func loadBoard() {
    // From here on what changes is remembered: the count goes on while others work.
    lock.withLock { counting.isWanted = true }
    do {
      let read = try slow.board(for: session.coder.id)
      saves.async { self.tellBoard(read.facts, asOf: read.seq) }
      counts.async { self.count() }
    } catch {
      mailbox.put(.failed(Failure(error).sentence))
    }
  }

  /// Counts every document; on the queue of counts.
  private func count() {
    answer {
      let index = try slow.codedLines()
      lock.withLock { counting.index = index }
      return .codedLines(index)
    }
    refreshCount()
  }

  /// Tells of a board in its place among the news; on the queue of saves.
  ///
  /// What arrived since it was read may have been told before it, and would be lost.
  private func tellBoard(_ facts: BoardFacts, asOf seq: Int64) {
    answer {
      var (facts, seq) = (facts, seq)
      while let news = try session.file.boardNews(since: seq, for: session.coder.id) {
        facts.take(news.board)
        seq = news.seq
      }
      return .board(facts)
    }
  }

  /// Has documents counted anew, where a desk stands on the count; off the queue of saves.
  func countAgain(_ documents: Set<EntityID>) {
    let isWanted = lock.withLock {
      guard counting.isWanted, !documents.isEmpty else { return false }
      counting.stale.formUnion(documents)
      return counting.index != nil
    }
    if isWanted { counts.async { self.refreshCount() } }
  }

  /// Counts what changed and tells of it; on the queue of counts.
  private func refreshCount() {
    let waiting = lock.withLock { () -> (CodedLines, Set<EntityID>)? in
      guard let index = counting.index, !counting.stale.isEmpty else { return nil }
      defer { counting.stale = [] }
      return (index, counting.stale)
    }
    guard let (counted, stale) = waiting else { return }
    answer {
      var index = counted
      let changed = try slow.recount(&index, stale.sorted())
      lock.withLock { counting.index = index }
      return .codedLines(index, changed: changed)
    }
  }
}
