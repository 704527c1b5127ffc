import Synthesis
import TestSupport
import Testing

@testable import Workbench

extension Pilot {
  /// Reads what boards are made of and counts, as the worker does when a desk first asks for it.
  func answerBoard() throws {
    isTellingOfBoards = true
    tell(.board(try room.review.boardFacts(for: me)))
    tell(.codedLines(try room.review.codedLines()))
  }

  /// Reads the lines of a code or theme.
  func answerLines(of subject: LinesSubject, limit: Int) throws {
    let lines = try room.review.lines(
      holding: subject.codes, tiedTo: Set(subject.codes + [subject.id]), in: subject.study)
    tell(.boardLines(subject, Array(lines.prefix(limit))))
  }

  /// Counts again, where a desk stands on the counts.
  func recount() throws {
    guard isTellingOfBoards else { return }
    tell(.codedLines(try room.review.codedLines()))
  }
}

extension MemoryReview {
  /// Which lines bear which codes, of the whole review.
  func codedLines() throws -> CodedLines {
    try live(Document.kind).reduce(into: CodedLines()) { coded, document in
      coded.replace(try documentPage(of: document.id))
    }
  }
}
