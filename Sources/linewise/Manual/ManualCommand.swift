import ArgumentParser
import Foundation

/// Prints the man page, which the installation puts in its place.
struct ManualCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page.", shouldDisplay: false)

  func act() throws {
    let described = try JSONDecoder().decode(
      DescribedTool.self, from: Data(Linewise._dumpHelp().utf8))
    let usages = Dictionary(
      uniqueKeysWithValues: Linewise.configuration.subcommands.map {
        ($0.configuration.commandName ?? "", Linewise.usageString(for: $0))
      })
    Output.write(Array(ManualPage(described.command, usages: usages).text.utf8))
  }
}

/// The commands as the parser describes them to other programs.
struct DescribedTool: Decodable {
  /// A command or subcommand.
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  /// An argument, option or flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let shouldDisplay: Bool
  }

  let command: Command
}
