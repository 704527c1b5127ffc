import Synthesis

/// A list that narrows as one types.
///
/// Between two of my keys it does not change.
package struct Picker: Sendable {
  /// What is picked.
  package enum Purpose: Hashable, Sendable {
    /// Codes for a passage; where it runs, an empty Enter goes on to the next open line.
    case code(Place, isRun: Bool)
    /// The code that words are evidence for or against.
    case evidence(Place, isAgainst: Bool)
    /// The theme under which things are put; they leave `from`, or also stay.
    case theme([EntityID], from: EntityID?, isAlso: Bool)
    /// The theme that words are evidence for or against.
    case evidenceTheme(Place, isAgainst: Bool)
    /// The theme into which another is merged.
    case mergeTheme(EntityID)
    /// A key of this context, to be read or run.
    case help(Context)
    /// Any command, or the number of a line.
    case palette
    /// Words in all texts.
    case find
  }

  /// A row.
  package struct Row: Hashable, Sendable {
    /// What taking it does.
    package enum Deed: Hashable, Sendable {
      case code(EntityID)
      case newCode(String)
      case theme(EntityID)
      case newTheme(String)
      case reason(String)
      case command(Command, unavailable: String?)
      case line(Int)
      case hit(Int)
      case search(String)
    }

    package let deed: Deed
    package let label: String
    /// What stands after the label: why a command can do nothing, where a code is pinned.
    package var note = ""
    /// What stands at the right.
    package var figures = Figures.none
  }

  /// What stands at the right of a row, put in words where it is drawn: a list has hundreds of rows,
  /// a screen a dozen.
  package enum Figures: Hashable, Sendable {
    case none
    case words(String)
    /// How many lines and studies have a code.
    case uses(lines: Int, studies: Int)
    /// How many codes a theme has, and in how many of all studies it is.
    case holdings(codes: Int, studies: String?)

    /// Each with what it counts, the one that matters most first.
    var parts: [(figure: String, unit: String)] {
      switch self {
      case .none: []
      case .words(let words): [(words, "")]
      case .uses(let lines, let studies):
        [
          (String(lines), lines == 1 ? "line" : "lines"),
          (String(studies), studies == 1 ? "study" : "studies"),
        ]
      case .holdings(let codes, let studies):
        [(String(codes), codes == 1 ? "code" : "codes")] + (studies.map { [($0, "")] } ?? [])
      }
    }

    var words: [String] { parts.map { $0.unit.isEmpty ? $0.figure : "\($0.figure) \($0.unit)" } }
  }

  package let purpose: Purpose
  /// What the heading says.
  package var title: String
  package var field = TextField()
  package var rows: [Row] = []
  /// The codes that are on the line.
  var here: Set<EntityID> = []
  /// The codes of an empty field as they stood when it was opened, with the edition of the names of
  /// then.
  ///
  /// It is there again after each code that is taken, and its list stays still.
  var whole: (rows: [Row], names: Edition)?
  /// The row in focus; `nil` on an empty field, where Enter is done.
  package var focus: Int?
  /// Whether keys scroll the detail.
  package var isInDetail = false
  /// The first line of the detail on screen.
  package var detailTop = 0
  /// The code whose lines elsewhere were read, and they.
  package var detail: (code: EntityID, lines: [CodedLine])?

  package init(_ purpose: Purpose, title: String) {
    self.purpose = purpose
    self.title = title
  }

  /// The row in focus.
  package var focused: Row? {
    focus.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  /// The code in focus.
  package var focusedCode: EntityID? {
    if case .code(let code)? = focused?.deed { code } else { nil }
  }

  /// Whether a row is a code that is on the line.
  func isOn(_ row: Row) -> Bool {
    if case .code(let code) = row.deed { here.contains(code) } else { false }
  }

  /// Moves the focus; from the first row up is the last, which is the new code.
  package mutating func move(_ count: Int) {
    guard !rows.isEmpty else { return }
    guard let focus else {
      self.focus = count > 0 ? 0 : rows.count - 1
      return
    }
    self.focus = (focus + count + rows.count) % rows.count
    detailTop = 0
  }
}
