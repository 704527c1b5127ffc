public import Synthesis

/// How the studies of a review are named in an export: the one place that decides it.
///
///     let naming = StudyNaming(studies, style: .number)
///     naming.name(of: hollis)                  // 7
///     naming.listed(["7", "21", "22", "23"])   // 7, 21–23
///
/// Every study also has a number, which stands on the marks of pictures whatever the style: its
/// place in the list where studies are not cited by number.
public struct StudyNaming: Hashable, Sendable {
  /// What studies are cited by.
  public enum Style: String, CaseIterable, Sendable {
    /// The citation key, where a study has one; else its label.
    case key
    /// The citation key, where it is a number; else the study's place in the list by label.
    case number
    /// The label.
    case authorYear = "author-year"
  }

  /// A study with its names.
  public struct Item: Hashable, Sendable {
    /// The study.
    public let id: EntityID
    /// Its label: “Hollis 2019”.
    public let label: String
    /// Its number, which no other study has.
    public let number: Int
    /// What it is called in the export.
    public let name: String
  }

  /// What studies are cited by; `nil` where nobody said, which names them by label.
  public let style: Style?
  /// The studies, by number.
  public let items: [Item]

  private let places: [EntityID: Int]

  /// Names studies.
  ///
  /// A number is the key where that is a number that no other study has; else it is the place in
  /// the list by label, or the next number after it that is free.
  ///
  /// - Parameters:
  ///   - studies: The studies with their labels and keys, in any order.
  ///   - style: What they are cited by.
  public init(
    _ studies: [(id: EntityID, label: String, key: String)], style: Style? = nil
  ) {
    let sorted = studies.sorted { ($0.label, $0.id) < ($1.label, $1.id) }
    let numbers =
      style == .number ? Self.numbers(sorted.map(\.key)) : Array(1...max(1, sorted.count))
    self.style = style
    items = zip(sorted, numbers).map { study, number in
      let name =
        switch style {
        case .number: String(number)
        case .key: study.key.isEmpty ? study.label : study.key
        case .authorYear, nil: study.label
        }
      return Item(id: study.id, label: study.label, number: number, name: name)
    }.sorted { $0.number < $1.number }
    places = Dictionary(
      items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func numbers(_ keys: [String]) -> [Int] {
    var taken: Set<Int> = []
    let given = keys.map { key -> Int? in
      guard let number = Int(key), number > 0, String(number) == key,
        taken.insert(number).inserted
      else { return nil }
      return number
    }
    return given.enumerated().map { place, number in
      if let number { return number }
      var free = place + 1
      while !taken.insert(free).inserted { free += 1 }
      return free
    }
  }
}

extension StudyNaming {
  /// How many studies there are: the denominator of every “n of N studies”.
  public var count: Int { items.count }

  /// The place of a study in ``items``; `nil` where it is not among them.
  public func place(of study: EntityID) -> Int? { places[study] }

  /// What a study is called; empty where it is not among them.
  public func name(of study: EntityID) -> String {
    places[study].map { items[$0].name } ?? ""
  }

  /// The names of studies by place, in order.
  public func names(at places: [Int]) -> [String] { places.map { items[$0].name } }

  /// Names in running text: numbers in order and three or more that follow each other as a range.
  public func listed(_ names: [String]) -> String {
    guard style == .number else { return names.joined(separator: ", ") }
    let numbers = names.compactMap { Int($0) }
    return numbers.count == names.count
      ? Self.compressed(numbers) : names.joined(separator: ", ")
  }

  /// Numbers in order, three or more that follow each other as a range: “7, 21–23, 28”.
  static func compressed(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map(String.init)
    }.joined(separator: ", ")
  }

  /// What the numbers stand for, for a document with room: empty where studies are not cited by
  /// number.
  public var legend: [(number: Int, label: String)] {
    style == .number ? items.map { ($0.number, $0.label) } : []
  }
}
