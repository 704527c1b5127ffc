import ScreenCells
import Synthesis

/// What is out of the count: a way of looking, by which nothing is deleted.
package struct MatrixFilter: Hashable, Sendable {
  /// The studies that were taken out by hand.
  package private(set) var out: Set<EntityID> = []
  /// The studies that were put back by hand though the band leaves them out.
  package private(set) var back: Set<EntityID> = []
  /// The band that leaves studies out.
  package private(set) var band: MatrixBand?
  /// The themes or codes that the sums at the foot leave out.
  package private(set) var rows: Set<EntityID> = []

  /// Makes a filter that lets everything count.
  package init() {}

  /// The studies that do not count.
  package func excluded(among studies: [Study]) -> Set<EntityID> {
    out.union((band?.studies(among: studies) ?? []).subtracting(back))
      .intersection(studies.map(\.id))
  }

  /// Takes studies out that count, or puts them back.
  mutating func toggle(_ chosen: [EntityID], among studies: [Study]) {
    let banded = band?.studies(among: studies) ?? []
    let excluded = excluded(among: studies)
    for study in chosen {
      if excluded.contains(study) {
        out.remove(study)
        if banded.contains(study) { back.insert(study) }
      } else {
        back.remove(study)
        if !banded.contains(study) { out.insert(study) }
      }
    }
  }

  /// Leaves out what a band leaves out, or nothing more by any band.
  mutating func set(_ band: MatrixBand?) {
    self.band = band
    back = []
  }

  /// Takes a row out of the sums, or puts it back.
  mutating func toggle(row: EntityID) {
    if rows.remove(row) == nil { rows.insert(row) }
  }
}

/// Which studies are left out by one of their characteristics.
package enum MatrixBand: Hashable, Sendable {
  /// Those whose number is below another.
  case below(name: String, Double, words: String)
  /// Those of which this is said.
  case value(name: String, String)

  /// The characteristic.
  package var name: String {
    switch self {
    case .below(let name, _, _), .value(let name, _): name
    }
  }

  /// What is left out, in words.
  package var words: String {
    switch self {
    case .below(let name, _, let words): "without the studies below \(name) \(words)"
    case .value(let name, let value): "without \(name) = \(value)"
    }
  }

  /// The studies that it leaves out.
  package func studies(among studies: [Study]) -> Set<EntityID> {
    switch self {
    case .below(let name, let bound, _):
      StudyMatrix.studies(studies, whose: name, isBelow: bound)
    case .value(let name, let value):
      Set(studies.filter { $0.characteristics[name] == value }.map(\.id))
    }
  }
}

extension MatrixBand {
  /// The longest list of bands.
  private static let most = 30
  /// The widest value that stands along the edge or in the list, in columns.
  private static let widest = 20

  /// Every band that leaves out some studies and not all of them, made of the values there are.
  package static func choices(_ studies: [Study]) -> [MatrixBand] {
    Array(names(studies).flatMap { choices($0, studies) }.prefix(most))
  }

  /// The characteristic along the edge: that of the band, else the one that looks like an
  /// appraisal, else the first of numbers.
  package static func edge(_ studies: [Study], band: MatrixBand?) -> String? {
    if let band { return band.name }
    let names = names(studies)
    return names.first(where: isAppraisal) ?? names.first { numbers($0, studies) != nil }
  }

  /// The characteristics with short values that tell studies apart, appraisals first.
  private static func names(_ studies: [Study]) -> [String] {
    Set(studies.flatMap(\.characteristics.keys)).filter { name in
      let values = Set(studies.compactMap { $0.characteristics[name] })
      return values.allSatisfy { displayWidth($0) <= widest }
        && (values.count > 1 || studies.contains { $0.characteristics[name] == nil })
        && (values.count <= 8 || numbers(name, studies) != nil)
    }.sorted { (isAppraisal($0) ? 0 : 1, $0) < (isAppraisal($1) ? 0 : 1, $1) }
  }

  private static func isAppraisal(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["quality", "apprais", "casp", "score", "rating", "rigour", "rigor", "bias"]
      .contains { !lowered.ranges(of: $0).isEmpty }
  }

  /// The numbers of a characteristic of which every value is one.
  private static func numbers(_ name: String, _ studies: [Study]) -> [(Double, String)]? {
    let values = Set(studies.compactMap { $0.characteristics[name] })
    let numbers = values.compactMap { value in Double(value).map { ($0, value) } }
      .filter(\.0.isFinite)
    return numbers.count == values.count ? numbers.sorted { $0.0 < $1.0 } : nil
  }

  private static func choices(_ name: String, _ studies: [Study]) -> [MatrixBand] {
    if let numbers = numbers(name, studies) {
      return numbers.dropFirst().map { .below(name: name, $0.0, words: $0.1) }
    }
    return Set(studies.compactMap { $0.characteristics[name] }).sorted()
      .map { .value(name: name, $0) }
  }
}
