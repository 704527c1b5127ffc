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

  private let layout: Layout
  private let lines: [DraftLine]
  /// The indices of the lines that are headings.
  let headings: [Int]

  init(_ layout: Layout, _ lines: [DraftLine]) {
    self.layout = layout
    self.lines = lines
    headings = lines.indices.filter { layout.blocks[lines[$0].block].isHeading }
  }

  /// The words of a heading, as people would write them.
  func title(of line: Int) -> String {
    let words = layout.text.words(lines[line].range)
    let bare = words.hasPrefix("#") ? String(words.drop { $0 == "#" || $0 == " " }) : words
    let letters = bare.split(separator: " ")
    let isSpaced = letters.count > 3 && letters.allSatisfy { $0.count == 1 }
    let title = isSpaced ? letters.joined() : bare
    return style(of: line) == nil && title.hasSuffix(".") ? String(title.dropLast()) : title
  }

  /// How a heading shows; `nil` for one that opens its paragraph.
  func style(of line: Int) -> HeadingStyle? {
    if case .heading(let style) = layout.blocks[lines[line].block].kind { return style }
    return nil
  }

  /// The sections, in order.
  ///
  /// O(*n*) in lines.
  func sections() -> [Section] {
    guard !lines.isEmpty else { return [] }
    let guesses = guesses()
    let levels = HeadingLevels(headings.map { (title(of: $0), style(of: $0)) })
    var sections = headings.enumerated().map { order, line in
      let title = title(of: line)
      return Section(
        title: title, level: levels.level(of: title, style(of: line)), lines: lines(after: order),
        guess: guesses[order])
    }
    let first = headings.first ?? lines.count
    if first > 0 {
      sections.insert(
        Section(title: "", level: 0, lines: 0..<first, guess: opening(guesses)), at: 0)
    }
    return sections
  }

  private func lines(after order: Int) -> Range<Int> {
    headings[order]..<(order + 1 < headings.count ? headings[order + 1] : lines.count)
  }

  private func guesses() -> [Eligibility.Guess] {
    if isTakenWhole { return headings.map { _ in whole } }
    let levels = HeadingLevels(headings.map { (title(of: $0), style(of: $0)) })
    return Eligibility.guesses(
      for: headings.indices.map { order in
        let (line, title) = (headings[order], title(of: headings[order]))
        return Eligibility.Heading(
          title: title, level: levels.level(of: title, style(of: line)),
          isRunIn: style(of: line) == nil, hasText: lines(after: order).count > 1)
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
    let dividing = headings.filter { style(of: $0) != nil }
    guard let only = dividing.first else { return true }
    return dividing.count == 1 && only == 0 && SectionName(title(of: only)) == nil
  }

  private var whole: Eligibility.Guess { .init(eligible: true, why: "no headings: taken whole") }
}
