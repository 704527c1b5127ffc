import Interchange
import Synthesis

/// The words of studies that speak to codes and themes: kept as evidence, or coded.
struct ThemeWords {
  /// The words for and against one code or theme, by study and place.
  struct Held {
    var evidence: [CodebookQuotation] = []
    var against: [CodebookQuotation] = []
    var coded: [CodebookQuotation] = []
  }

  /// The words that a theme is shown by.
  struct Chosen {
    let authors: [CodebookQuotation]
    let participants: [CodebookQuotation]
    let against: [CodebookQuotation]
  }

  /// By code or theme, merged ones under those that they stand for.
  var held: [EntityID: Held] = [:]
  /// How many words of each kind show a theme.
  private static let most = 3

  /// Chooses words: those kept for the theme itself, then those kept for what stands under it, then
  /// coded lines; a study after another before a second of the same.
  ///
  /// An analytical theme over descriptive ones has only what was kept for itself: the rest is theirs.
  func chosen(for theme: EntityID, on board: ThemeBoard) -> Chosen {
    let isAbove =
      board.theme(theme)?.level == .analytical
      && board.members(of: theme).contains(where: \.isTheme)
    let codes = isAbove ? [] : board.codes(under: theme)
    let below = isAbove ? [] : board.family(of: theme).dropFirst() + codes
    let evidence = [held[theme]?.evidence ?? [], below.flatMap { held[$0]?.evidence ?? [] }]
    let tiers = evidence + [codes.flatMap { held[$0]?.coded ?? [] }]
    let against = [held[theme]?.against ?? [], below.flatMap { held[$0]?.against ?? [] }]
    return Chosen(
      authors: Self.pick(tiers.map { $0.filter { $0.voice == .author } }),
      participants: Self.pick(tiers.map { $0.filter { $0.voice == .participant } }),
      against: Self.pick(against))
  }

  /// The first of each tier in turn, of the study that was quoted least.
  private static func pick(_ tiers: [[CodebookQuotation]]) -> [CodebookQuotation] {
    var picked: [CodebookQuotation] = []
    var quoted: [String: Int] = [:]
    var seen: Set<Words> = []
    for tier in tiers {
      var rest = tier
      while picked.count < most, let least = rest.map({ quoted[$0.study] ?? 0 }).min(),
        let index = rest.firstIndex(where: { quoted[$0.study] ?? 0 == least })
      {
        let quotation = rest.remove(at: index)
        guard seen.insert(Words(quotation)).inserted else { continue }
        picked.append(quotation)
        quoted[quotation.study, default: 0] += 1
      }
    }
    return picked
  }

  /// The same words at the same place are one quotation, chosen or not.
  private struct Words: Hashable {
    let study: String
    let line: Int
    let text: String

    init(_ quotation: CodebookQuotation) {
      (study, line, text) = (quotation.study, quotation.line, quotation.text)
    }
  }
}
