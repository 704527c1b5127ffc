/// Why an act was not done.
///
/// The review is as it was.
public enum Refusal: Error, Equatable, Sendable {
  /// The coder may only read.
  case readerOnly(coder: String)
  /// There is no such thing any more.
  case gone(noun: String)
  /// A name or label is empty.
  case emptyName(noun: String)
  /// A name is taken.
  case nameTaken(noun: String, name: String)
  /// Two codes have the name that was typed.
  case ambiguousCode(name: String, ids: [EntityID])
  /// A review has at most 63 coders, one bit of a set each.
  case tooManyCoders
  /// The passage is empty, blank or outside the text.
  case noSuchPassage(start: Int, end: Int, length: Int)
  /// The line is not to be coded.
  case notCodable(line: String, standing: Line.Standing, section: String)
  /// The words are a participant's inside an author's line.
  case quotedPart(line: String)
  /// The line is coded and cannot be set aside as well.
  case alreadyCoded(line: String, codes: [String])
  /// There is nothing of the coder's own to take off.
  case nothingOfYours(line: String, others: [String])
  /// The position is not inside a line.
  case cannotSplit(line: String)
  /// The next line is in another paragraph, section or is a heading.
  case cannotJoin(line: String)
  /// A code cannot be merged into itself.
  case sameCode(name: String)
  /// The coding is another coder's.
  case notYours(coder: String)
  /// There is no code to repeat.
  case nothingToRepeat
  /// There is no act to undo.
  case nothingToUndo
  /// There is no undone act to do again.
  case nothingToRedo
  /// The action cannot be undone.
  case cannotUndo(sentence: String)
  /// Undoing would hide others' work.
  case usedByOthers(act: String, things: [String], coders: [String])
  /// Only themes stand at the top of a board.
  case codeAtTop(name: String)
  /// Codes stand under descriptive themes only.
  case codeUnderAnalytical(name: String, theme: String)
  /// An analytical theme stands at the top.
  case analyticalUnder(name: String)
  /// A theme cannot stand under itself.
  case underItself(name: String, theme: String)
  /// Two themes of different levels do not become one.
  case otherLevel(name: String, target: String)
  /// A theme is not on the shared board, where agreeing is done.
  case onlyInDraft(name: String)
  /// The draft is another's.
  case otherDraft(name: String, coder: String)
  /// What was to be agreed to says something else by now.
  case changedMeanwhile(name: String)
  /// No such field can be set.
  case unknownField(noun: String, name: String)
}

extension Refusal {
  /// What sort of failure this is, for an exit status.
  public enum Sort: Sendable {
    /// Somebody may not do this.
    case notAllowed
    /// What was asked does not fit the review.
    case badData
    /// What was named is not there.
    case notFound
    /// What was to be made is there already.
    case exists
  }

  /// What sort of failure this is.
  public var sort: Sort {
    switch self {
    case .readerOnly, .notYours, .usedByOthers, .cannotUndo, .otherDraft: .notAllowed
    case .gone, .nothingToUndo, .nothingToRedo, .nothingToRepeat: .notFound
    case .nameTaken: .exists
    default: .badData
    }
  }

  /// One sentence that names the thing, says why and offers the next step.
  public var sentence: String {
    switch self {
    case .readerOnly(let coder):
      "\(coder) may only read this review; somebody with another role has to make this change"
    case .gone(let noun): "that \(noun) is no longer in the review; it may have been undone"
    case .emptyName(let noun): "a \(noun) needs a name"
    case .nameTaken(let noun, let name):
      "there is already a \(noun) called ‘\(name)’; choose another name"
        + (noun == "code" ? " or merge the two" : "")
    case .ambiguousCode(let name, let ids):
      "two codes are called ‘\(name)’: \(ids.map(\.description).joined(separator: ", ")); "
        + "name one by its id"
    case .tooManyCoders: "a review has at most 63 coders"
    case .noSuchPassage(let start, let end, let length):
      "there are no words at \(start)–\(end) of this text, which has \(length) characters"
    case .notCodable(let line, let standing, let section): Self.words(line, standing, section)
    case .quotedPart(let line):
      "these words of line \(line) are a participant's: keep them as evidence, "
        + "or code the whole line"
    case .alreadyCoded(let line, let codes):
      "line \(line) is coded with \(Self.list(codes)); take that off before you set it aside"
    case .nothingOfYours(let line, let others):
      others.isEmpty
        ? "nothing to take off line \(line)"
        : "nothing of yours on line \(line); the codes there are \(others.joined(separator: ", "))'s"
    case .cannotSplit(let line):
      "line \(line) cannot be split there; choose a word inside it that is not its first"
    case .cannotJoin(let line):
      "line \(line) cannot be joined with the next: "
        + "a line never crosses a heading, a paragraph or a section"
    case .sameCode(let name): "‘\(name)’ cannot be merged into itself"
    case .notYours(let coder): "that coding is \(coder)'s; only \(coder) can change it"
    case .nothingToRepeat: "no code to repeat yet; code a line first"
    case .nothingToUndo: "nothing of yours to undo"
    case .nothingToRedo: "nothing to redo: your last act was not an undo"
    case .cannotUndo(let sentence): sentence
    case .usedByOthers(let act, let things, let coders):
      "“\(act)” cannot be undone whole: \(coders.joined(separator: " and ")) "
        + "built on \(Self.list(things)) since; undo the rest and keep that"
    case .codeAtTop(let name):
      "‘\(name)’ is a code, and only themes stand at the top; make a theme over it"
    case .codeUnderAnalytical(let name, let theme):
      "‘\(name)’ is a code and ‘\(theme)’ is analytical; put it under a descriptive theme, "
        + "and that under ‘\(theme)’"
    case .analyticalUnder(let name):
      "‘\(name)’ is analytical and stands at the top; put descriptive themes under it"
    case .underItself(let name, let theme):
      name == theme
        ? "‘\(name)’ cannot stand under itself"
        : "‘\(name)’ cannot stand under ‘\(theme)’, which stands under it"
    case .otherLevel(let name, let target):
      "‘\(name)’ and ‘\(target)’ are not of one level; put the descriptive one under the other"
    case .onlyInDraft(let name):
      "‘\(name)’ is not on the shared board; place it there before anybody agrees to it"
    case .otherDraft(let name, let coder):
      "the draft ‘\(name)’ is \(coder)'s; only \(coder) can change it"
    case .changedMeanwhile(let name):
      "‘\(name)’ has changed since you saw it; read it again, then agree"
    case .unknownField(let noun, let name): "a \(noun) has no \(name)"
    }
  }

  private static func words(
    _ line: String, _ standing: Line.Standing, _ section: String
  ) -> String {
    switch standing {
    case .heading: "line \(line) is a heading, and headings are not coded"
    case .quotation:
      "line \(line) is a participant's words, which this review keeps as evidence; "
        + "tie it to a code, or correct whose words it is"
    case .ineligible:
      "line \(line) is in ‘\(section)’, which is not findings; mark the section eligible first"
    case .codable: "line \(line) cannot be coded there"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "‘\($0)’" }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
