import ArgumentParser

@main
struct Linewise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Line-by-line coding and thematic synthesis of qualitative studies.")
}
