/// Where a key is pressed: each context has its own keys, and most inherit those of another.
///
/// The raw value is the name in keymap files (`[code.margin]`), and the order of the cases is the
/// order of the help.
package enum Context: String, CaseIterable, Hashable, Sendable {
  /// Every desk and page, while nothing is typed.
  case everywhere
  /// The Code desk, with the cursor on a line.
  case code
  /// The Code desk, with the cursor on a code beside its line.
  case codeMargin = "code.margin"
  /// A passage is being selected.
  case select
  /// The ends of a coding are being moved.
  case bounds
  /// The Themes desk: the board.
  case themes
  /// A theme's page.
  case themesPage = "themes.page"
  /// Something is picked up.
  case carry
  /// The Matrix desk.
  case matrix
  /// The Studies desk.
  case studies
  /// The History desk.
  case history
  /// A short list, each of whose rows shows its letter.
  case choice
  /// A field of one line.
  case text
  /// A field of several lines.
  case memo
  /// The picker: a field with a list beneath.
  case picker

  /// The context whose keys hold here too, where this one says nothing of them.
  package var parent: Context? {
    switch self {
    case .code, .themes, .matrix, .studies, .history: .everywhere
    case .codeMargin: .code
    case .themesPage: .themes
    case .memo, .picker: .text
    case .everywhere, .select, .bounds, .carry, .choice, .text: nil
    }
  }

  /// This context and all from which it inherits, the inner first.
  package var chain: [Context] {
    [self] + (parent?.chain ?? [])
  }

  /// This context and all that inherit from it.
  package var heirs: [Context] {
    Context.allCases.filter { $0.chain.contains(self) }
  }

  /// Whether letters type here, so that none of them can be a command.
  package var isTyping: Bool { chain.contains(.text) }

  /// What people call the context, as a heading.
  package var title: String {
    switch self {
    case .everywhere: "Every desk and page"
    case .code: "Code, on a line"
    case .codeMargin: "Code, on a code beside the line"
    case .select: "Selecting a passage"
    case .bounds: "Moving the ends of a coding"
    case .themes: "Themes: the board"
    case .themesPage: "A theme's page"
    case .carry: "Something is picked up"
    case .matrix: "Matrix"
    case .studies: "Studies"
    case .history: "History"
    case .choice: "A short list"
    case .text: "A field of one line"
    case .memo: "Memos and definitions"
    case .picker: "The picker"
    }
  }
}
