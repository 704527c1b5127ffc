import GRDB
import Synthesis

/// A document's lines with its codings and when each was made.
package struct CodedDocument: Sendable {
  /// The lines.
  package let table: LineTable
  /// How many lines of the study stand in earlier documents.
  package let linesBefore: Int
  /// The live codings under the codes that theirs were merged into, in the order of their passages
  /// and of making, with milliseconds since 1970.
  package let codings: [(coding: Coding, at: Int64)]
}

extension ReviewFile {
  /// The codings of a document, in one read; `nil` where the document is no more.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - code: Only those that stand under this code, which is merged into no other; all where
  ///     nothing is said.
  /// - Returns: The codings with the lines.
  /// - Throws: ``ReviewFileError``.
  package func codings(
    in document: EntityID, of code: EntityID? = nil
  ) throws -> CodedDocument? {
    try read { reader in
      guard try reader.standing(document) != nil else { return nil }
      var codings: [(coding: Coding, at: Int64)] = []
      try reader.eachStandingCoding(in: document, of: try code.map(reader.family)) {
        coding, at, _ in
        if code == nil || coding.code == code { codings.append((coding, at)) }
      }
      return CodedDocument(
        table: try reader.lines(of: document),
        linesBefore: try reader.firstNumber(of: document) - 1, codings: codings)
    }
  }

  /// The documents in which codings or ties name a code or one merged into it, live or not.
  package func documents(bearing code: EntityID) throws -> Set<EntityID> {
    try Set(read { try $0.documents(bearing: code) })
  }

  /// The lines of a document and how many of its study's stand in earlier ones; `nil` where the
  /// document is no more.
  package func lineTable(of document: EntityID) throws -> (table: LineTable, before: Int)? {
    try read { reader in
      guard try reader.standing(document) != nil else { return nil }
      return (try reader.lines(of: document), try reader.firstNumber(of: document) - 1)
    }
  }
}
