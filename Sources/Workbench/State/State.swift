import ScreenCells
import Synthesis

/// All that the terminal program knows.
///
/// `update` changes it, `view` draws it; neither does anything else.
package struct State: Sendable {
  /// The size of the terminal.
  package var size: Size
  /// The keys.
  package var keymap: Keymap
  /// How things look and sound.
  package var settings: Settings

  /// The review.
  package var review: Review
  /// Who I am.
  package var me: Coder
  /// Everybody.
  package var coders: [Coder]
  /// Who else is here.
  package var companions: [Companion] = []
  /// The studies by label.
  package var studies: [StudySummary]
  /// The bank of codes.
  package var bank: Bank

  /// The desk I am at.
  package var desk = Desk.code
  /// The study on the code desk.
  package var reader: Reader?
  /// What the desks of themes and of the matrix stand on.
  package var boards = BoardState()
  /// The board of themes.
  package var themes = ThemesDesk()
  /// The table of themes or codes by studies.
  package var matrix = MatrixDesk()
  /// The list of studies and their sections.
  package var studyList = StudyList()
  /// The log in words.
  package var historyList = HistoryList()
  /// What stands over the desk, the last on top.
  package var overlays: [Overlay] = []
  /// The keys typed of a sequence that is not complete.
  package var prefix: [String] = []
  /// What the bottom line says last.
  package var message: Message?
  /// What `u` would undo, in words.
  package var undoable: String?
  /// The acts that are on their way to the disk.
  package var pending: [Pending] = []
  /// The number of the next act.
  package var nextNumber = 1
  /// What the mouse is doing.
  package var drag: Drag?
  /// The last press of the mouse, by which a second is known as a double-click.
  package var lastPress: Press?
  /// The last search and its hits.
  package var search = Search()
  /// Where I was before I went elsewhere.
  package var trail: [Spot] = []
  /// The place in each study, by study.
  package var places: [EntityID: Spot] = [:]
  /// Where I was when I last left.
  package var spotAtStart: Spot?
  /// The codes pinned to digits.
  package var pins: [Int: EntityID] = [:]
  /// The last reason for setting aside.
  package var lastReason: String?
  /// Whether the program is to leave as soon as nothing is pending.
  package var isLeaving = false

  /// Makes the state at the start, before any study is on screen.
  package init(
    size: Size, keymap: Keymap = .builtIn, settings: Settings = Settings(), review: Review,
    me: Coder, coders: [Coder], studies: [StudySummary], bank: [BankCode]
  ) {
    self.size = size
    self.keymap = keymap
    self.settings = settings
    self.review = review
    self.me = me
    self.coders = coders
    self.studies = studies
    self.bank = Bank(bank)
  }
}

/// The desks.
package enum Desk: String, CaseIterable, Sendable {
  case code, themes, matrix, studies, history

  /// The name in the top line.
  package var title: String {
    switch self {
    case .code: "Code"
    case .themes: "Themes"
    case .matrix: "Matrix"
    case .studies: "Studies"
    case .history: "History"
    }
  }
}

/// How things look and sound.
package struct Settings: Hashable, Sendable {
  /// For screen readers and braille: no panes, one spoken line a move.
  package var isPlain = false
  /// Marks and rules in ASCII.
  package var isASCII = false
  /// Whether the mouse is ours.
  package var mouseIsOn = true
  /// Whether a child program may be started and files written elsewhere.
  package var isRestricted = false
  /// Whether the studies' own headings of their findings are hidden.
  package var hidesHeadings = false
  /// What the reader dims.
  package var dimming = Dimming.none

  /// Makes the settings that most people have.
  package init() {}

  /// What the reader dims beside what does not count.
  package enum Dimming: String, CaseIterable, Sendable {
    case none, coded, allButOpen

    /// What it is, in words.
    var words: String {
      switch self {
      case .none: "nothing that counts"
      case .coded: "what is coded"
      case .allButOpen: "all but the open lines"
      }
    }
  }
}

/// What the bottom line says.
package struct Message: Hashable, Sendable {
  /// Whether it stands as news or as something that went wrong.
  package enum Sort: Hashable, Sendable {
    case news, wrong
  }

  package let text: String
  package let sort: Sort
  /// Whether it is an act of mine that `u` would undo.
  package var isUndoable = false
  /// Whether none of it may be cut: something went wrong, or not all as it was meant.
  package var isSaidInFull: Bool

  package init(_ text: String, _ sort: Sort = .news) {
    self.text = text
    self.sort = sort
    isSaidInFull = sort == .wrong
  }
}

/// A place to come back to.
package struct Spot: Hashable, Codable, Sendable {
  package var desk: String
  package var study: String?
  package var document: String?
  package var position: Int
}

/// An act on its way to the disk, shown as not yet saved.
package struct Pending: Hashable, Sendable {
  /// The number by which its answer is known.
  package let number: Int
  /// Where it shows.
  package let place: Place?
  /// The names of the codes that it puts there.
  package let names: [String]
  /// Whether the bottom line keeps silent about it.
  package var isQuiet = false
  /// What was written, to be opened again where the act is refused.
  package var memo: MemoEditor?
  /// The codes and themes that it puts somewhere on the board.
  package var things: Set<EntityID> = []
  /// Whether these get a theme of their own.
  package var makesTheme = false
  /// What another did to one of these at the same moment.
  package var meanwhile: String?
  /// The name of the draft that it makes, to which I go once it is there.
  package var draft: String?
}

/// What the mouse carries.
package enum Drag: Hashable, Sendable {
  /// Words, from where it was pressed.
  case words(ReaderPoint)
  /// A code, to be dropped on a line.
  case code(EntityID, over: Int?)
  /// Something of the board, pressed and perhaps carried.
  case board(BoardPress)
}

/// A press of the mouse.
package struct Press: Hashable, Sendable {
  package let point: Point
  package let at: Int
}

/// A search and where it stands.
package struct Search: Hashable, Sendable {
  package var words = ""
  package var hits: [SearchHit] = []
  package var index = 0

  /// The hit that I am at.
  var hit: SearchHit? { hits.indices.contains(index) ? hits[index] : nil }
}
