import ArgumentParser
import Foundation
import ReviewFile
import Synthesis

/// Which board: the shared one, or a draft.
struct BoardOptions: ParsableArguments {
  @Option(name: .customLong("in"), help: "A draft by name or id, instead of the shared board.")
  var draft: String?
}

/// A board as somebody may see it, with what is needed to name what stands on it.
struct BoardReading {
  let facts: BoardFacts
  let bank: [BankCode]
  let board: ThemeBoard

  /// Reads a board.
  ///
  /// - Throws: ``Failure`` where no draft of that name may be seen.
  init(_ file: ReviewFile, for viewer: EntityID, in draft: String? = nil) throws {
    facts = try file.boardFacts(for: viewer)
    bank = try file.bank()
    board = ThemeBoard(
      facts, arrangement: try facts.arrangement(named: draft), codes: bank.map(\.code.id))
  }

  /// Another board of the same facts.
  func snapshot(of arrangement: EntityID?) -> BoardSnapshot {
    BoardSnapshot(
      of: ThemeBoard(facts, arrangement: arrangement, codes: bank.map(\.code.id)), codes: names)
  }

  /// The names of the codes.
  var names: [EntityID: String] {
    Dictionary(uniqueKeysWithValues: bank.map { ($0.code.id, $0.code.name) })
  }

  /// The theme of a name, a number or an id.
  func theme(named typed: String) throws -> EntityID {
    let name = typed.asName
    if let theme = try find(theme: name) { return theme }
    let near = board.themesInOrder.map(board.title(of:))
      .filter { $0.lowercased().contains(name.lowercased()) }.prefix(3)
    let hint =
      near.isEmpty
      ? "`linewise theme … list` lists them"
      : "did you mean \(near.map { "‘\($0)’" }.joined(separator: ", "))?"
    throw Failure(.noInput, "no theme is called ‘\(name)’; \(hint)")
  }

  /// The code or theme of a name, a number or an id; of a code and a theme of one name the code.
  func thing(named typed: String) throws -> EntityID {
    let name = typed.asName
    let codes = bank.filter { $0.code.name == name || $0.code.id.description == name.lowercased() }
    if codes.isEmpty, let theme = try find(theme: name) { return theme }
    guard codes.isEmpty else {
      tellThemes(called: name)
      return try bank.named(name).code.id
    }
    do {
      return try bank.named(name).code.id
    } catch let failure as Failure {
      throw Failure(
        failure.status,
        failure.sentence.replacing("no code is called", with: "no code or theme is called"))
    }
  }

  /// Says how to mean a theme that has the name of a code.
  private func tellThemes(called name: String) {
    let themes = board.themesInOrder.filter { board.theme($0)?.name == name }
    guard let theme = themes.first else { return }
    Output.say(
      "‘\(name)’ is the code; the theme of that name is \(board.number(of: theme) ?? "") "
        + "or \(theme)")
  }

  private func find(theme name: String) throws -> EntityID? {
    if let id = EntityID(guid: name.lowercased()) {
      let theme = board.merged[id] ?? id
      return facts.themes[theme] == nil ? nil : theme
    }
    let exact = board.themes(named: name)
    let found =
      exact.isEmpty
      ? board.themesInOrder.filter { board.title(of: $0).lowercased() == name.lowercased() } : exact
    guard found.count < 2 else {
      throw Failure(
        .badData,
        "\(found.count == 2 ? "two" : String(found.count)) themes are called ‘\(name)’: "
          + "\(found.map(\.description).joined(separator: ", ")); name one by its id")
    }
    return found.first
  }
}

extension BoardFacts {
  /// The draft of a name or id that may be seen; `nil` for no name and for “shared”.
  func arrangement(named typed: String?) throws -> EntityID? {
    guard let name = typed?.asName, name != Arrangement.sharedName else { return nil }
    let matches = drafts.filter { $0.name == name || $0.id.description == name.lowercased() }
    guard let match = matches.first else {
      throw Failure(
        .noInput, "no draft is called ‘\(name)’; `linewise arrangement … list` lists them")
    }
    try Self.requireOne(matches.map(\.id), noun: "drafts", name)
    return match.id
  }

  /// The round of a name or id; `nil` where there is none.
  func round(named typed: String) throws -> Round? {
    let name = typed.asName
    let matches = roundsInOrder.filter {
      $0.name == name || $0.id.description == name.lowercased()
    }
    try Self.requireOne(matches.map(\.id), noun: "rounds", name)
    return matches.first
  }

  private static func requireOne(_ ids: [EntityID], noun: String, _ name: String) throws {
    guard ids.count > 1 else { return }
    throw Failure(
      .badData,
      "several \(noun) are called ‘\(name)’: \(ids.map(\.description).joined(separator: ", ")); "
        + "name one by its id")
  }
}

extension Session {
  /// A board as the coder who acts may see it.
  func board(in draft: String? = nil) throws -> BoardReading {
    try BoardReading(file, for: coder.id, in: draft)
  }
}
