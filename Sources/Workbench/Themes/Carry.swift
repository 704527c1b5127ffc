import ScreenCells
import Synthesis

/// What is picked up on the board, by key or by mouse, and where it would land.
package struct Carry: Hashable, Sendable {
  /// Where it would land.
  package enum Place: Hashable, Sendable {
    /// Among the members of a theme, or of the top: before the one of this index, of those that
    /// are not carried.
    case slot(under: EntityID?, Int)
    /// In a new theme, under a theme or at the top.
    case new(under: EntityID?)
    /// Back among the codes: out of the theme.
    case codes
    /// Nowhere: where the mouse is there is no place for it.
    case nowhere
  }

  /// The codes and themes.
  package var things: [EntityID]
  /// The theme that they leave; `nil` where they leave all.
  package let from: EntityID?
  /// Whether they leave nothing: they stand there also.
  package var isAlso: Bool
  /// Why, where something was noted.
  package var why = ""
  /// Where they would land.
  package var place: Place
  /// Where the pointer is, where the mouse holds them.
  package var pointer: Point?

  /// Whether the mouse holds them.
  package var isByMouse: Bool { pointer != nil }
}

extension State {
  /// What the others are told that I carry: on the shared board, for a draft is nobody else's.
  package var thingsHeld: [EntityID] {
    boards.arrangement == nil ? themes.carry?.things ?? [] : []
  }

  /// Whether everything carried may stand under a theme, or at the top.
  func mayLand(_ things: [EntityID], under parent: EntityID?) -> Bool {
    guard let board = boards.board else { return false }
    return things.allSatisfy { id in
      guard let theme = board.theme(id) else {
        return parent.flatMap(board.theme)?.level == .descriptive
      }
      guard let parent else { return true }
      return theme.level == .descriptive && parent != id
        && !board.ancestors(of: parent).contains(id)
    }
  }

  /// The members of a theme, or of the top, that are not carried.
  func boardSiblings(under parent: EntityID?, except things: [EntityID]) -> [ThemeBoard.Member] {
    guard let board = boards.board else { return [] }
    let all = parent.map(board.members) ?? board.roots
    let carried = Set(things)
    return all.filter { !carried.contains($0.id) }
  }

  /// Every place where what is carried may land, in the order of the screen.
  ///
  /// Under a theme that is open a place before each member and one behind the last; under one that
  /// is closed, for codes, behind the last: themes pass closed ones, and go in on purpose.
  func boardSlots(for things: [EntityID]) -> [Carry.Place] {
    guard let board = boards.board else { return [] }
    let isThemes = things.allSatisfy { board.theme($0) != nil }
    var slots: [Carry.Place] = isThemes ? [] : [.codes]
    func visit(_ parent: EntityID?) {
      let takes = mayLand(things, under: parent)
      let siblings = boardSiblings(under: parent, except: things)
      let isOpen = parent.map { themes.isOpen($0, on: board) } ?? true
      guard isOpen else {
        if takes, !isThemes { slots.append(.slot(under: parent, siblings.count)) }
        return
      }
      for (index, member) in siblings.enumerated() {
        if takes, member.isTheme == isThemes || parent != nil {
          slots.append(.slot(under: parent, index))
        }
        if member.isTheme { visit(member.id) }
      }
      if takes { slots.append(.slot(under: parent, siblings.count)) }
    }
    visit(nil)
    slots.append(.new(under: nil))
    return slots
  }

  /// The place in words: “into 1.2 Referrals that fit, second of 4”.
  func words(for carry: Carry) -> String {
    switch carry.place {
    case .nowhere: return "over no place"
    case .codes:
      let isThemes = carry.things.allSatisfy { boards.board?.theme($0) != nil }
      return isThemes ? "out of its theme, to the top" : "back to the codes"
    case .new(let parent):
      return parent.map { "into a new theme under \(numbered($0))" } ?? "into a new theme"
    case .slot(let parent, let index):
      let siblings = boardSiblings(under: parent, except: carry.things)
      let place = "\(Self.ordinal(index + 1)) of \(siblings.count + 1)"
      return parent.map { "into \(numbered($0)), \(place)" } ?? "to the top, \(place)"
    }
  }

  /// “1.2 Referrals that fit”.
  func numbered(_ theme: EntityID) -> String {
    guard let board = boards.board else { return "" }
    let title = board.title(of: theme)
    return board.theme(theme)?.name.isEmpty == true
      ? title : "\(board.number(of: theme) ?? "") \(title)"
  }

  static func ordinal(_ number: Int) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    return words.indices.contains(number - 1) ? words[number - 1] : "\(number)th"
  }
}
