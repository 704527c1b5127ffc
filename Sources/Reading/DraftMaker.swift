import Synthesis

/// Makes a draft of a layout: lines, sections, voices, all in scalars.
struct DraftMaker {
  private let layout: Layout
  private let lines: [DraftLine]
  private let finder: SectionFinder
  private let offsets: ScalarOffsets

  init(layout: Layout, unit: CodingUnit) {
    self.layout = layout
    lines = LineCutter.lines(of: layout, unit: unit)
    finder = SectionFinder(layout, lines)
    offsets = ScalarOffsets(layout.text)
  }

  /// The draft, still without encoding and proposals.
  func draft(for source: SourceText) -> Draft {
    let title = title ?? source.titleFromName
    return Draft(
      title: title, label: StudyLabel.label(for: source) ?? title, text: layout.text,
      encoding: "", lines: lines.map { offsets.passage($0.range) },
      headings: finder.headings.map(\.line),
      paragraphs: paragraphs, sections: sections, voices: voices, proposals: [])
  }

  /// The first heading of level 1, or the one that the text starts with.
  private var title: String? {
    let named = finder.headings.filter { !$0.title.isEmpty }
    let top = named.first { $0.style == .explicit(1) || $0.style == .title }
    if let top { return top.title }
    guard let first = named.first, first.line == 0, first.style != nil else { return nil }
    return SectionName(first.title) == nil ? first.title : nil
  }

  private var paragraphs: [Int] {
    lines.indices.filter { index in
      let isFirst = index == 0 || lines[index - 1].block != lines[index].block
      return isFirst && !layout.blocks[lines[index].block].continues
    }
  }

  private var sections: [DraftSection] {
    finder.sections().map { section in
      let range =
        lines[section.lines.lowerBound].range
        .lowerBound..<lines[section.lines.upperBound - 1].range.upperBound
      return DraftSection(
        title: section.title, level: section.level, range: offsets.passage(range),
        lines: section.lines, eligible: section.guess.eligible, why: section.guess.why)
    }
  }

  private var voices: [DraftVoice] {
    VoiceFinder.voices(in: layout).map {
      DraftVoice(
        range: offsets.passage($0.range), voice: $0.voice, speaker: $0.speaker, why: $0.why)
    }
  }

  /// The proposals for changes to `text`.
  static func proposals(
    _ changes: [Cleaning.Change], in text: [UInt8], accepted: Bool
  ) -> [Proposal] {
    guard !changes.isEmpty else { return [] }
    let offsets = ScalarOffsets(text)
    return changes.map { change in
      Proposal(
        kind: change.kind, range: offsets.passage(change.edit.range),
        before: text.string(change.edit.range),
        after: String(decoding: change.edit.replacement, as: UTF8.self), accepted: accepted,
        why: change.why)
    }
  }
}
