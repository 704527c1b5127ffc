import Synthesis

/// One of two boards that are compared.
package enum BoardSide: Hashable, Sendable {
  /// The shared board as it stands.
  case shared
  /// A draft as it stands.
  case draft(EntityID)
  /// A round, as it was named.
  case round(EntityID)
}

extension State {
  mutating func chooseFirstSide() {
    let sides = boardSides
    guard sides.count > 1 else {
      message = Message("there is one board only; R names this round, , a makes a draft", .wrong)
      return
    }
    overlays.append(
      .choice(Choice("compare from", sides.map { ($0.1, .compare($0.0, with: nil)) })))
  }

  mutating func compare(_ first: BoardSide, with second: BoardSide?) {
    guard let second else {
      let rows = boardSides.reversed().filter { $0.0 != first }.map {
        ($0.1, Choice.Deed.compare(first, with: $0.0))
      }
      overlays.append(.choice(Choice("to", rows)))
      return
    }
    guard let old = snapshot(of: first), let new = snapshot(of: second) else { return }
    let changes = BoardDifference(from: old, to: new).changes
    let rows = changes.map(Self.words)
    overlays.append(
      .reading(
        ReadingPage(
          title: "from \(name(of: first)) to \(name(of: second)): "
            + Self.count(changes.count, "change"),
          rows: rows.isEmpty ? ["nothing moved, came, went or was merged"] : rows)))
  }

  private var boardSides: [(BoardSide, String)] {
    guard let facts = boards.facts else { return [] }
    // The earlier first: from there one compares to what came later.
    return facts.roundsInOrder.map { (.round($0.id), "round ‘\($0.name)’") }
      + facts.drafts.map { (.draft($0.id), "draft ‘\($0.name)’") }
      + [(.shared, "the shared board")]
  }

  private func name(of side: BoardSide) -> String {
    boardSides.first { $0.0 == side }?.1 ?? ""
  }

  private func snapshot(of side: BoardSide) -> BoardSnapshot? {
    guard let facts = boards.facts else { return nil }
    let names = bank.codes.mapValues(\.code.name)
    switch side {
    case .round(let id): return facts.rounds[id]?.snapshot
    case .shared:
      return BoardSnapshot(of: ThemeBoard(facts, codes: bank.codes.keys), codes: names)
    case .draft(let id):
      return BoardSnapshot(
        of: ThemeBoard(facts, arrangement: id, codes: bank.codes.keys), codes: names)
    }
  }

  /// A change in words: “‘being heard’ moved from ‘a’ to ‘b’: the same word”.
  static func words(for change: BoardDifference.Change) -> String {
    let list = { (names: [String]) in
      names.isEmpty ? "no theme" : names.map { "‘\($0)’" }.joined(separator: ", ")
    }
    let thing = "\(change.isTheme ? "theme" : "code") ‘\(change.name)’"
    let why = change.why.isEmpty ? "" : ": \(change.why)"
    switch change.what {
    case .moved: return "\(thing) moved from \(list(change.from)) to \(list(change.to))\(why)"
    case .added:
      return change.to.isEmpty
        ? "\(thing) is new\(why)" : "\(thing) is new, under \(list(change.to))\(why)"
    case .removed: return "\(thing) is gone\(why)"
    case .merged: return "\(thing) was merged into \(list(change.to))"
    case .renamed: return "\(thing) was called \(list(change.from))"
    case .leftOut: return "\(thing) was left out\(why)"
    case .takenIn: return "\(thing) was taken in again"
    }
  }
}

/// A page of text over the desk, to be read.
package struct ReadingPage: Hashable, Sendable {
  package let title: String
  package let rows: [String]
  package var top = 0
}
