import Synthesis

/// Divides the lines among their headings.
struct SectionFinder {
  /// A section in bytes.
  struct Section {
    let title: String
    let level: Int
    let lines: Range<Int>
    let guess: Eligibility.Guess
  }

  /// A heading with what is known of it.
  struct Heading {
    /// Its line.
    let line: Int
    /// Its words, as people would write them.
    let title: String
    /// How it shows; `nil` for one that opens its paragraph.
    let style: HeadingStyle?
  }

  /// The headings, in order.
  let headings: [Heading]
  private let count: Int

  init(_ layout: Layout, _ lines: [DraftLine]) {
    count = lines.count
    headings = lines.indices.compactMap { index in
      let block = layout.blocks[lines[index].block]
      return block.isHeading
        ? Self.heading(block.kind, layout.text.words(lines[index].range), index) : nil
    }
  }

  private static func heading(_ kind: Block.Kind, _ words: String, _ line: Int) -> Heading {
    if case .heading(let style) = kind {
      return Heading(line: line, title: title(words), style: style)
    }
    let title = words.hasSuffix(".") ? String(words.dropLast()) : words
    return Heading(line: line, title: title, style: nil)
  }

  private static func title(_ words: String) -> String {
    let bare = words.hasPrefix("#") ? String(words.drop { $0 == "#" || $0 == " " }) : words
    let letters = bare.split(separator: " ")
    let isSpaced = letters.count > 3 && letters.allSatisfy { $0.count == 1 }
    return isSpaced ? letters.joined() : bare
  }

  /// The sections, in order.
  ///
  /// O(*n*) in lines.
  func sections() -> [Section] {
    guard count > 0 else { return [] }
    let levels = HeadingLevels(headings.map { ($0.title, $0.style) })
    let depths = headings.map { levels.level(of: $0.title, $0.style) }
    let guesses = isTakenWhole ? headings.map { _ in whole } : guesses(depths)
    var sections = headings.indices.map { order in
      Section(
        title: headings[order].title, level: depths[order], lines: lines(after: order),
        guess: guesses[order])
    }
    let first = headings.first?.line ?? count
    if first > 0 {
      let opening = Section(title: "", level: 0, lines: 0..<first, guess: opening(guesses))
      sections.insert(opening, at: 0)
    }
    return sections
  }

  private func lines(after order: Int) -> Range<Int> {
    headings[order].line..<(order + 1 < headings.count ? headings[order + 1].line : count)
  }

  private func guesses(_ depths: [Int]) -> [Eligibility.Guess] {
    Eligibility.guesses(
      for: headings.indices.map { order in
        Eligibility.Heading(
          title: headings[order].title, level: depths[order],
          isRunIn: headings[order].style == nil, hasText: lines(after: order).count > 1)
      })
  }

  private func opening(_ guesses: [Eligibility.Guess]) -> Eligibility.Guess {
    if isTakenWhole { return whole }
    let isLost = !guesses.contains(where: \.eligible)
    return isLost
      ? guesses.first ?? whole : .init(eligible: false, why: "before any findings heading")
  }

  /// Whether nothing divides the text: no heading but a title and run-in ones.
  private var isTakenWhole: Bool {
    let dividing = headings.filter { $0.style != nil }
    guard let only = dividing.first else { return true }
    return dividing.count == 1 && only.line == 0 && SectionName(only.title) == nil
  }

  private var whole: Eligibility.Guess { .init(eligible: true, why: "no headings: taken whole") }
}
