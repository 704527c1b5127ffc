import Foundation
import GRDB
import Synthesis

/// What became of one intent.
package enum Outcome: Sendable {
  /// An action was appended and is on disk.
  case done(Action, sentence: String, remark: String)
  /// All was so already.
  case nothing(remark: String)
  /// A rule refused it.
  case refused(Refusal)
}

extension ReviewFile {
  /// Performs one intent; its action is on disk when this returns.
  ///
  /// - Throws: ``Refusal`` where a rule refuses it, ``ReviewFileError`` where the file does.
  @discardableResult
  package func perform(_ intent: Intent, as coder: EntityID) throws -> Outcome {
    let outcome = try perform([intent], as: coder)[0]
    if case .refused(let refusal) = outcome { throw refusal }
    return outcome
  }

  /// Performs intents in order in one transaction, each its own action.
  ///
  /// The whole transaction runs again, with the same action ids, where others keep the file busy
  /// up to the commit; an action that is in the log already is not appended twice.
  ///
  /// - Throws: ``ReviewFileError``; then none of them was done.
  package func perform(_ intents: [Intent], as coder: EntityID) throws -> [Outcome] {
    let ids = intents.map { _ in origin.identity() }
    return try Self.translating(path) {
      try HeldStop.during {
        try patiently {
          try queue.writeWithoutTransaction { db in
            var outcomes: [Outcome] = []
            try db.inTransaction(.immediate) {
              outcomes = try zip(intents, ids).map { intent, id in
                try perform(intent, id: id, as: coder, in: db)
              }
              return .commit
            }
            return outcomes
          }
        }
      }
    }
  }

  private func perform(
    _ intent: Intent, id: ActionID, as coder: EntityID, in db: Database
  ) throws -> Outcome {
    let reader = LogReader(db: db, cache: lines, memo: ActMemo())
    let sentences = Sentences(reader)
    if let known = try reader.action(id) {
      return .done(known, sentence: try sentences.describe(known), remark: "")
    }
    let act: Act
    do {
      act = try Rules(review: reader, coder: coder, origin: origin).act(for: intent)
    } catch let refusal as Refusal {
      return .refused(refusal)
    }
    guard !act.isEmpty else { return .nothing(remark: act.remark) }
    // From here on what fails fails the transaction: a refusal would leave half an act behind.
    let action = try LogWriter(reader).append(act, id: id, at: origin.now(), coder: coder)
    return .done(action, sentence: try sentences.describe(action), remark: act.remark)
  }

  /// Runs a transaction again while others keep the file busy.
  func patiently<Value>(_ body: () throws -> Value) throws -> Value {
    let end = Date().addingTimeInterval(Patience.limit)
    while true {
      do {
        return try body()
      } catch {
        lines.forgetAll()
        guard (error as? DatabaseError)?.resultCode == .SQLITE_BUSY, Date() < end else {
          throw error
        }
        Patience.pause()
      }
    }
  }
}
