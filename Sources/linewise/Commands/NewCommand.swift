import ArgumentParser
import Foundation
import ReviewFile
import Synthesis

extension QuotationRule: ExpressibleByArgument {}
extension CodingUnit: ExpressibleByArgument {}

struct NewCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a review.")

  @Argument(help: "The file to make; .linewise is added where it is missing.")
  var review: String

  @Option(help: "The title of the review.")
  var title: String

  @Option(help: "The review's question.")
  var question = ""

  @Option(name: .customLong("coder"), help: "A coder's name; give it once for each coder.")
  var coders: [String] = []

  @Option(help: "Lines that are wholly a participant's words: evidence, code or ignore.")
  var quotations = QuotationRule.evidence

  @Option(help: "What one line is: sentence, paragraph or line.")
  var unit = CodingUnit.sentence

  func act() throws {
    let path = review.hasSuffix(".linewise") ? review : review + ".linewise"
    let names = coders.isEmpty ? [Self.user] : coders
    let file = try ReviewFile.create(
      at: path, title: title, question: question, rule: quotations, unit: unit, coders: names)
    Output.say(
      "made \(path) for \(names.joined(separator: ", ")); "
        + "next: linewise import \(path) TEXT…")
    try file.close()
  }

  /// The user's own name, for a review made without saying who codes.
  private static var user: String {
    let environment = ProcessInfo.processInfo.environment
    return environment["LINEWISE_CODER"] ?? environment["USER"] ?? "coder"
  }
}
