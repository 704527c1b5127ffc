import ScreenCells
import Synthesis

/// How the body of the desk of themes is shared out, for drawing and for the mouse alike.
struct BoardLayout: Equatable {
  /// The review's question; empty where it is hidden.
  let question: Rect
  /// The heading and the rows of the codes; empty where they are not on screen.
  let codesHeading: Rect
  let codes: Rect
  /// The rule to which the codes shrink while something is carried on a narrow screen.
  let codesRule: Rect
  /// The heading and the rows of the tree; empty where they are not on screen.
  let treeHeading: Rect
  let tree: Rect
  /// What the thing under the cursor holds.
  let peek: Rect

  /// Whether both lists stand beside each other.
  let isWide: Bool

  /// Shares out a body.
  init(_ body: Rect, pane: ThemesDesk.Pane, isCarrying: Bool, questionRows: Int) {
    isWide = body.columns >= 100
    question = body.top(questionRows)
    let rest = body.withoutTop(questionRows)
    let peekRows = rest.rows >= 26 ? 6 : rest.rows >= 12 ? 3 : 0
    peek = rest.bottom(peekRows)
    let lists = rest.withoutBottom(peekRows)
    guard !isWide else {
      let width = min(60, max(40, lists.columns * 3 / 8))
      let (left, right) = (lists.left(width), lists.withoutLeft(width + 3))
      (codesHeading, codes) = (left.top(1), left.withoutTop(1))
      (treeHeading, tree) = (right.top(1), right.withoutTop(1))
      codesRule = lists.top(0)
      return
    }
    let none = lists.top(0)
    if isCarrying {
      // Below the tree, whose rows stay where they are when something is picked up.
      codesRule = lists.bottom(1)
      (codesHeading, codes) = (none, none)
      (treeHeading, tree) = (lists.top(1), lists.withoutTop(1).withoutBottom(1))
    } else if pane == .codes {
      (codesHeading, codes) = (lists.top(1), lists.withoutTop(1))
      (treeHeading, tree, codesRule) = (none, none, none)
    } else {
      (treeHeading, tree) = (lists.top(1), lists.withoutTop(1))
      (codesHeading, codes, codesRule) = (none, none, none)
    }
  }
}

extension State {
  /// How the desk of themes is shared out now.
  var boardLayout: BoardLayout {
    let body = Rooms(size, .themes).body
    let hasRoom = body.rows >= 14
    let rows = themes.hasQuestion && !review.question.isEmpty && hasRoom ? 1 : 0
    return BoardLayout(
      body, pane: themes.pane, isCarrying: themes.carry != nil, questionRows: rows)
  }
}
