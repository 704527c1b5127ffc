import Synthesis

/// A study text as it was read, ready to be looked over and frozen.
///
/// Nothing in a draft is a fact yet: titles, sections and voices are guesses with their reasons, and
/// the proposals are what cleaning would do or has done. The text is what will be frozen. All
/// positions are Unicode scalar offsets, half-open, in ``text`` unless said otherwise:
///
///     let draft = try DraftReader.read(source, options: ReadingOptions())
///     draft.sections.filter(\.eligible).map(\.title)  // ["Findings", "Being listened to"]
///
/// The same bytes and options give the same draft.
public struct Draft: Equatable, Sendable {
  /// The study's title: its first heading of level 1 or title-like first line, else the file's name.
  public var title: String
  /// A label for the study: `Hollis 2019` where the file's name says so, else the title.
  public var label: String
  /// The text: UTF-8, line feeds, no byte order mark, no normalisation, no white space at its end.
  public var text: [UInt8]
  /// What the bytes were read as, by its name in ``SourceEncoding``.
  public var encoding: String
  /// The lines of coding in order: disjoint, never white space at an edge, together all the rest.
  public var lines: [Passage]
  /// The indices of the lines that are headings: numbered like the others, never coded.
  public var headings: [Int]
  /// The index of the first line of each paragraph; a heading is one by itself, but a run-in heading
  /// belongs to the paragraph that it opens.
  public var paragraphs: [Int]
  /// The sections: a partition of the lines, in order.
  public var sections: [DraftSection]
  /// The quotations found, in order and disjoint, each with a guess whose words it holds.
  public var voices: [DraftVoice]
  /// What cleaning proposes, in order of position.
  public var proposals: [Proposal]
}

/// A stretch of lines under one heading, with a guess whether it holds findings.
public struct DraftSection: Equatable, Sendable {
  /// The heading as it stands in the text, without the spaces of spaced capitals; empty before the
  /// first heading.
  public var title: String
  /// The depth of the heading from 1; 0 for what stands before the first heading.
  public var level: Int
  /// From the first scalar of the first line, the heading, to the last scalar of the last.
  public var range: Passage
  /// The indices of the section's lines, the heading's among them.
  public var lines: Range<Int>
  /// Whether the lines are guessed to be findings.
  public var eligible: Bool
  /// The reason for the guess, as a short sentence for people.
  public var why: String
}

/// A quotation, with a guess whose words it holds.
public struct DraftVoice: Equatable, Sendable {
  /// The words with their quotation marks, and the attribution and citation that belong to them.
  public var range: Passage
  /// Whose words they are guessed to be.
  public var voice: Voice
  /// The speaker as the attribution says, such as `P07, woman, 58`; empty where nothing says it.
  public var speaker: String
  /// The reason for the guess, for people.
  public var why: String
}
