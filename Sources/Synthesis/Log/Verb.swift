/// What an action did, in one word; the words stand in the log and in `history`.
public struct Verb: RawRepresentable, Hashable, Sendable {
  /// The word in the log.
  public let rawValue: String

  /// Takes a word from the log.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Made the review.
  public static let new = Verb(rawValue: "new")
  /// Added a coder.
  public static let addCoder = Verb(rawValue: "coder")
  /// Imported a document.
  public static let importText = Verb(rawValue: "import")
  /// Set what is known of a study.
  public static let study = Verb(rawValue: "study")
  /// Set whether a section is findings.
  public static let section = Verb(rawValue: "section")
  /// Coded a passage.
  public static let code = Verb(rawValue: "code")
  /// Took codes off a passage, or a line out of those set aside.
  public static let takeOff = Verb(rawValue: "take-off")
  /// Set lines aside.
  public static let setAside = Verb(rawValue: "set-aside")
  /// Said whose words a passage is.
  public static let role = Verb(rawValue: "role")
  /// Cut a line in two.
  public static let split = Verb(rawValue: "split-line")
  /// Made one line of two.
  public static let join = Verb(rawValue: "join-lines")
  /// Tied words to a code as evidence.
  public static let tie = Verb(rawValue: "evidence")
  /// Untied words from a code.
  public static let untie = Verb(rawValue: "untie")
  /// Wrote a memo.
  public static let memo = Verb(rawValue: "memo")
  /// Wrote what a code means.
  public static let define = Verb(rawValue: "define")
  /// Gave a code another name.
  public static let rename = Verb(rawValue: "rename")
  /// Merged codes into one.
  public static let merge = Verb(rawValue: "merge-codes")
  /// Split lines of a code off as a new code.
  public static let splitCode = Verb(rawValue: "split-code")
  /// Put lines under another code.
  public static let recode = Verb(rawValue: "recode")
  /// Moved the ends of a coding.
  public static let bounds = Verb(rawValue: "bounds")
  /// Finished a study, or took that back.
  public static let done = Verb(rawValue: "done")
  /// Looked at the codes of others before finishing a study.
  public static let look = Verb(rawValue: "look")
  /// Set the reasons for setting aside.
  public static let reasons = Verb(rawValue: "reasons")
  /// Made a theme.
  public static let theme = Verb(rawValue: "theme")
  /// Put codes or themes somewhere on a board.
  public static let place = Verb(rawValue: "place")
  /// Took codes or themes out of a theme.
  public static let unplace = Verb(rawValue: "unplace")
  /// Wrote what a theme says, rests on or answers.
  public static let setTheme = Verb(rawValue: "set-theme")
  /// Gave a theme another name.
  public static let renameTheme = Verb(rawValue: "rename-theme")
  /// Deleted a theme.
  public static let deleteTheme = Verb(rawValue: "delete-theme")
  /// Merged themes into one.
  public static let mergeThemes = Verb(rawValue: "merge-themes")
  /// Left codes out of the themes.
  public static let leaveOut = Verb(rawValue: "leave-out")
  /// Let codes that were left out wait for a theme again.
  public static let takeIn = Verb(rawValue: "take-in")
  /// Agreed to a theme, or took that back.
  public static let agree = Verb(rawValue: "agree")
  /// Named a round.
  public static let round = Verb(rawValue: "round")
  /// Made a draft.
  public static let arrangement = Verb(rawValue: "arrangement")
  /// Revealed a draft.
  public static let reveal = Verb(rawValue: "reveal")
  /// Said something to the others.
  public static let comment = Verb(rawValue: "comment")
  /// Settled a thread, or opened it again.
  public static let resolve = Verb(rawValue: "resolve")
  /// Did something in a draft that may not be seen: told instead of the act's own verb, and in no
  /// log.
  public static let veiled = Verb(rawValue: "draft")
  /// Undid an action.
  public static let undo = Verb(rawValue: "undo")
  /// Did an undone action again.
  public static let redo = Verb(rawValue: "redo")

  /// Whether `undo` looks further back: undoing is not undone, and a look stays in the history.
  public var isPassedOverByUndo: Bool { [.undo, .redo, .look].contains(self) }
}
