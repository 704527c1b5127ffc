import ScreenCells
import Synthesis

/// What happens to the program: keys, sizes, answers to what it asked for, and news of others.
package enum WorkbenchInput: Sendable {
  /// A key, the mouse or a paste, with the time in milliseconds since some beginning.
  case input(Input, at: Int)
  /// The terminal has another size.
  case resized(Size)
  /// An act was done, was not needed, or was refused.
  case performed(number: Int, Performed)
  /// Acts of mine wait for longer than a moment to be saved.
  case waiting(Obstacle)
  /// The review changed, by me or by others.
  case news(News)
  /// The whole bank was read, where the start was made with a part of it.
  case bank(Bank)
  /// A study was read.
  case study(StudyPage, at: Spot?)
  /// The sections of a study were read.
  case sections(EntityID, [ListedSection])
  /// A memo was read, to be edited.
  case memo(MemoTarget, title: String, text: String)
  /// The log was read.
  case history([HistoryItem])
  /// The lines that a code holds elsewhere were read.
  case codeLines(EntityID, [CodedLine])
  /// What may be seen of themes was read.
  case board(BoardFacts)
  /// Which lines bear which codes was counted, at first or again; then of some codes only.
  case codedLines(CodedLines, changed: Set<EntityID>? = nil)
  /// The lines of a code or theme were read.
  case boardLines(LinesSubject, [CodedLine])
  /// Time has passed, as ``State/nextTick`` asked; in milliseconds since some beginning.
  case tick(Int)
  /// A search has ended.
  case hits(String, [SearchHit])
  /// Something that was asked for is done, in words.
  case told(String)
  /// Something that was asked for went wrong, in words.
  case failed(String)
  /// What `u` would undo now.
  case undoable(String?)
  /// Who else is here now.
  case companions([Companion])
  /// An editor came back with a text.
  case edited(String)
}

extension WorkbenchInput {
  /// Whether the matrix is to be counted again.
  var changesTheMatrix: Bool {
    switch self {
    case .news, .board, .codedLines: true
    default: false
    }
  }
}

/// What lines are read of.
package struct LinesSubject: Hashable, Sendable {
  /// The code or theme.
  package let id: EntityID
  /// The codes whose lines are read.
  package let codes: [EntityID]
  /// One study, or all.
  package let study: EntityID?

  /// Makes a subject.
  package init(_ id: EntityID, codes: [EntityID], study: EntityID? = nil) {
    self.id = id
    self.codes = codes
    self.study = study
  }
}

/// Somebody else who has the review open.
package struct Companion: Hashable, Sendable {
  /// Who.
  package let coder: EntityID
  /// The study on their code desk.
  package let study: EntityID?
  /// The number of their line in it, 0 where there is none.
  package let line: Int
  /// The codes and themes that they carry.
  package let holding: Set<EntityID>
  /// The process in which they have it open, 0 where it is not known.
  package let process: Int32

  /// Makes a companion.
  package init(
    coder: EntityID, study: EntityID?, line: Int, holding: Set<EntityID> = [], process: Int32 = 0
  ) {
    self.holding = holding
    self.process = process
    self.coder = coder
    self.study = study
    self.line = line
  }
}

/// What became of an act.
package enum Performed: Hashable, Sendable {
  /// It is on disk: what it was, and what has to be said besides.
  case done(sentence: String, remark: String)
  /// All was so already.
  case nothing(remark: String)
  /// A rule refused it. `restOf` is an act whose undo can leave what others built on.
  case refused(String, restOf: ActionID?)
  /// The file refused it; it was not done.
  case failed(String)
}

/// What `update` wants done.
package enum Effect: Hashable, Sendable {
  /// Perform an act.
  case perform(Intent, number: Int)
  /// Read the sections of a study, for the list of studies.
  case loadSections(EntityID)
  /// Read the memo of mine on something, to be edited.
  case loadMemo(MemoTarget, title: String)
  /// Read a study, and come to a spot in it.
  case loadStudy(EntityID, Spot?)
  /// Read the log.
  case loadHistory(limit: Int)
  /// Read the lines that a code holds in other studies.
  case loadCodeLines(EntityID, notIn: EntityID)
  /// Read the whole bank of codes.
  case loadBank
  /// Read what boards are made of and count which lines bear which codes; from then on news tells
  /// of themes, and the count is told again whenever a document changed.
  case loadBoard
  /// Read the lines of a code, or of the codes of a theme, with the words kept as evidence.
  case loadBoardLines(LinesSubject, limit: Int)
  /// Read the first of these lines for what is under the cursor; of several such the last is wanted.
  case loadPeek(LinesSubject, limit: Int)
  /// Search all texts.
  case search(String)
  /// Write an export.
  case export(ExportKind)
  /// Import a text.
  case importText(path: String)
  /// Ask what `u` would undo.
  case askUndoable
  /// Put words on the clipboard.
  case copy(String)
  /// Take or leave the mouse.
  case setMouse(Bool)
  /// Let a text be edited in the user's own editor.
  case edit(String)
  /// Draw everything again.
  case redraw
  /// To the shell.
  case suspend
  /// Leave.
  case quit
}
