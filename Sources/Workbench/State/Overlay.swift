import Synthesis

/// What stands over a desk.
package enum Overlay: Sendable {
  /// A list that narrows as one types.
  case picker(Picker)
  /// A short list, a letter a row.
  case choice(Choice)
  /// One line to type.
  case field(FieldPrompt)
  /// Several lines to type.
  case memo(MemoEditor)
  /// How far everybody is.
  case progress(top: Int)
  /// Text to be read.
  case reading(ReadingPage)

  /// The context whose keys hold.
  var context: Context {
    switch self {
    case .picker: .picker
    case .choice: .choice
    case .field: .text
    case .memo: .memo
    case .progress, .reading: .everywhere
    }
  }
}

/// A short list of which one row is taken.
package struct Choice: Sendable {
  /// What a row does.
  package enum Deed: Hashable, Sendable {
    /// Sets lines aside for this reason.
    case setAside(Place, reason: String)
    /// Opens a field for a reason of one's own.
    case otherReason(Place)
    /// Says whose words.
    case voice(Voice, Place)
    /// Says that the guess is right.
    case confirmVoice(Place)
    /// Opens the picker for what the words speak to.
    case tie(Place, isAgainst: Bool)
    /// Unties the words.
    case untie(EntityID, Place)
    /// Opens a memo.
    case memo(MemoTarget, text: String)
    /// Writes an export.
    case export(ExportKind)
    /// Says whether a section and those in it are findings.
    case eligible([EntityID], Bool)
    /// Finishes a study or takes it up again.
    case done(EntityID, Bool)
    /// Undoes an act, keeping what others built on.
    case undoRest(ActionID)
    /// Undoes this act.
    case undoThis(ActionID)
    /// Opens a field for the name of a new theme.
    case nameTheme(ThemeDraft)
    /// Leaves codes out of the themes for this reason.
    case leaveOut([EntityID], reason: String)
    /// Opens a field for a reason of one's own to leave codes out.
    case otherLeavingOut([EntityID])
    /// Shows a draft, or the shared board.
    case showArrangement(EntityID?)
    /// Opens a field for the name of a new draft.
    case newArrangement
    /// Compares a board with another, which is chosen next where there is none yet.
    case compare(BoardSide, with: BoardSide?)
    /// Opens the picker of the themes that words speak for or against.
    case tieTheme(Place, isAgainst: Bool)
    /// Reads my memo on something, and opens it.
    case loadMemo(MemoTarget)
    /// Leaves studies out of the matrix by a characteristic.
    case matrixBand(MatrixBand)
  }

  /// A row.
  package struct Row: Hashable, Sendable {
    package let letter: Character
    package let label: String
    package let deed: Deed
  }

  package var title: String
  package var rows: [Row]
  package var focus = 0
  /// The row that `s` takes, where there is a last one.
  package var last: Int?

  /// Makes a list, giving each row a letter: the first of its label that is free, never `s`, which
  /// repeats the last one.
  package init(_ title: String, _ rows: [(String, Deed)], last: Int? = nil) {
    self.title = title
    self.last = last
    var taken: Set<Character> = ["s"]
    self.rows = rows.map { label, deed in
      let spare = "abcdefghijklmnopqrtuvwxyz0123456789"
      let letter =
        (label.lowercased() + spare).first {
          $0.isASCII && ($0.isLetter || $0.isNumber) && !taken.contains($0)
        } ?? "?"
      taken.insert(letter)
      return Row(letter: letter, label: label, deed: deed)
    }
  }
}

/// One line to type, and what it is for.
package struct FieldPrompt: Sendable {
  /// What is done with the line.
  package enum Purpose: Hashable, Sendable {
    /// Names a code anew.
    case rename(EntityID)
    /// Gives a study another label.
    case label(EntityID)
    /// Goes to a line.
    case goToLine
    /// A reason for setting lines aside.
    case reason(Place)
    /// A new code in the line's own words.
    case inVivo(Place)
    /// Texts to import.
    case importPath
    /// The name of a new theme, which can wait.
    /// What was dropped is made a theme of even where the field is left.
    case newTheme(ThemeDraft, isDropped: Bool)
    /// Another name for a theme.
    case renameTheme(EntityID)
    /// A reason for leaving codes out of the themes.
    case leavingOut([EntityID])
    /// The name of a round.
    case round
    /// The name of a draft.
    case arrangement
    /// What listed codes have to hold.
    case filterCodes(before: String)
    /// Why what is carried goes where it goes.
    case carryWhy
    /// Why a section is findings or not.
    case why([EntityID], Bool)
  }

  package var title: String
  package var field: TextField
  package let purpose: Purpose
}

/// Several lines to type, and what they are for.
package struct MemoEditor: Hashable, Sendable {
  /// What is done with the text.
  package enum Purpose: Hashable, Sendable {
    case memo(MemoTarget)
    case definition(EntityID)
    /// The statement of a theme, its rationale or its answer to the question.
    case themeText(EntityID, field: String)
    /// Something said to the others.
    case comment(CommentTarget)
    /// An answer in a thread.
    case reply(EntityID)
  }

  package var title: String
  package var field: TextField
  package let purpose: Purpose
  /// What stood there before.
  package let before: String
  /// What was written when it was last refused; left as it is, it is let go.
  package var refused: String?
}

/// The exports that can be written from a desk.
package enum ExportKind: String, CaseIterable, Sendable {
  case codebookMarkdown, codebookHTML, codebookCSV, codebookJSON, treeSVG, treeText
  case themesMarkdown, themesCSV, matrixCSV, matrixHTML, saturationSVG, codingsCSV, linesCSV

  /// What a person reads.
  package var label: String {
    switch self {
    case .codebookMarkdown: "codebook to read (Markdown)"
    case .codebookHTML: "codebook to print (HTML)"
    case .codebookCSV: "codebook as a table (CSV)"
    case .codebookJSON: "codebook for programs (JSON)"
    case .treeSVG: "thematic tree as a picture (SVG)"
    case .treeText: "thematic tree as text"
    case .themesMarkdown: "themes to read (Markdown)"
    case .themesCSV: "themes as a table (CSV)"
    case .matrixCSV: "themes by studies as a table (CSV)"
    case .matrixHTML: "themes by studies to print (HTML)"
    case .saturationSVG: "new codes by study as a picture (SVG)"
    case .codingsCSV: "codings as a table (CSV)"
    case .linesCSV: "lines with their codes (CSV)"
    }
  }

  /// The name of the file.
  package var fileName: String {
    switch self {
    case .codebookMarkdown: "codebook.md"
    case .codebookHTML: "codebook.html"
    case .codebookCSV: "codebook.csv"
    case .codebookJSON: "codebook.json"
    case .treeSVG: "tree.svg"
    case .treeText: "tree.txt"
    case .themesMarkdown: "themes.md"
    case .themesCSV: "themes.csv"
    case .matrixCSV: "matrix.csv"
    case .matrixHTML: "matrix.html"
    case .saturationSVG: "saturation.svg"
    case .codingsCSV: "codings.csv"
    case .linesCSV: "lines.csv"
    }
  }
}
