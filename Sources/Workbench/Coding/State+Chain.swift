import Synthesis

extension State {
  /// Puts the code beside the line under a theme.
  mutating func putFocusedCode() -> [Effect] {
    guard let code = reader?.focusedMark?.code else {
      message = Message("no code is under the cursor (→ steps there)", .wrong)
      return []
    }
    openThemePicker(for: [code], from: nil, also: false)
    return boards.facts == nil ? [.loadBoard] : []
  }

  /// Up the chain: from a line to the codes beside it, from a code to its theme on the board.
  mutating func goUpFromLine() -> [Effect] {
    guard let code = reader?.focusedMark?.code else { return run(.cursorIn) }
    let effects = go(to: .themes)
    themes.page = nil
    themes.sought = code
    seekOnBoard()
    return effects + loadPeek()
  }

  /// Puts the cursor on the code that was sought before the board was read.
  mutating func seekOnBoard() {
    guard let code = themes.sought, let board = boards.board else { return }
    themes.sought = nil
    if board.theme(code) != nil {
      showInTree(code)
    } else if board.parents(of: code).isEmpty {
      themes.pane = .codes
      themes.filter = ""
      themes.shown = board.leftOut[code] == nil ? .notPlaced : .leftOut
      themes.refreshCodes(bank, boards)
      themes.codeCursor = themes.codes.firstIndex(of: code) ?? 0
    } else {
      for parent in board.parents(of: code).prefix(1) where !themes.isOpen(parent, on: board) {
        turnTheme(parent)
      }
      showInTree(code)
    }
  }

  /// Says something to the others about the line, or about the code beside it.
  mutating func commentOnLine() -> [Effect] {
    if let code = reader?.focusedMark?.code {
      write(
        .comment(.thing(code)), title: "say to the others about ‘\(bank.name(of: code))’", text: "")
    } else if let place = reader?.focusPlace {
      write(.comment(.passage(place)), title: "say to the others about \(placeName)", text: "")
    }
    return []
  }
}
