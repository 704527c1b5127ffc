import Synthesis

/// Makes reviews to measure with, and measures what cannot be measured from outside:
/// `Benchmarks SCALE PATH`, `Benchmarks parts|names|calls|saves|moves PATH`.
@main enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let what = arguments.first, let path = arguments.dropFirst().first
    else {
      let scales = Scale.all.map(\.name).joined(separator: "|")
      print("usage: Benchmarks \(scales)|parts|names|calls|saves|moves PATH [ROUNDS]")
      return
    }
    switch what {
    case "parts":
      var parts = try Parts(path)
      try parts.run()
    case "names": try Calls(path).name()
    case "calls": try Calls(path).run(rounds: arguments.dropFirst(2).first.flatMap(Int.init) ?? 3)
    case "saves": try Saves(path).runUntilAsked()
    case "moves": try Saves(path).moveWhenAsked()
    default: try make(what, at: path)
    }
  }

  private static func make(_ name: String, at path: String) throws {
    guard let scale = Scale.all.first(where: { $0.name == name }) else {
      return print("there is no scale ‘\(name)’")
    }
    let taken = try ContinuousClock().measure {
      var review = MadeReview(scale)
      try review.write(to: path)
    }
    print("\(scale.name): \(scale.studies) studies, made in \(taken)")
  }
}
