/// How large a made review is.
struct Scale {
  let name: String
  let studies: Int
  let linesAStudy: Int
  let codes: Int
  let analyticalThemes: Int
  let descriptiveThemes: Int
  /// How many codes each of two coders gives a line.
  let codesALine: Int

  /// A review as most are: a handful of studies.
  static let small = Scale(
    name: "small", studies: 6, linesAStudy: 250, codes: 60, analyticalThemes: 3,
    descriptiveThemes: 12, codesALine: 2)
  /// A large one.
  static let medium = Scale(
    name: "medium", studies: 100, linesAStudy: 250, codes: 1000, analyticalThemes: 5,
    descriptiveThemes: 45, codesALine: 2)
  /// More than anybody is known to have coded: 250,000 lines, 1,000,000 codings.
  static let large = Scale(
    name: "large", studies: 1000, linesAStudy: 250, codes: 10_000, analyticalThemes: 20,
    descriptiveThemes: 180, codesALine: 2)

  /// The three, the smallest first.
  static let all = [small, medium, large]
}
