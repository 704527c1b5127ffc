import ReviewFile

extension Faults {
  /// Opens each review named on standard input, as somebody would after a crash, and says `whole`
  /// or what is wrong with it, one line each.
  static func verify() {
    while let path = readLine() {
      say(Self.state(of: path).replacing("\n", with: " "))
    }
  }

  private static func state(of path: String) -> String {
    do {
      let file = try ReviewFile.open(path)
      defer { try? file.close() }
      let problems = try file.check()
      return problems.isEmpty ? "whole" : "wrong: " + problems.joined(separator: "; ")
    } catch let error as ReviewFileError {
      return "refused: \(error.sentence)"
    } catch {
      return "refused: \(error)"
    }
  }
}
