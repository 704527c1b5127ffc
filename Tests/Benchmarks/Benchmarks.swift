import Synthesis

/// Makes reviews to measure with, and times the parts of what is slow in them:
/// `Benchmarks SCALE PATH`, `Benchmarks parts PATH`.
@main enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let what = arguments.first, let path = arguments.last else {
      print("usage: Benchmarks \(Scale.all.map(\.name).joined(separator: "|"))|parts PATH")
      return
    }
    if what == "parts" {
      var parts = try Parts(path)
      try parts.run()
    } else if let scale = Scale.all.first(where: { $0.name == what }) {
      let taken = try ContinuousClock().measure {
        var review = MadeReview(scale)
        try review.write(to: path)
      }
      print("\(scale.name): \(scale.studies) studies, made in \(taken)")
    }
  }
}
