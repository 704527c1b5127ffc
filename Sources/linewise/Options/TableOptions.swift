import ArgumentParser
import Foundation
import Interchange
import ReviewFile

/// How a list is printed.
struct TableOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json, jsonl
  }

  @Option(help: "For programs: csv, json or jsonl. Without it, a table for people.")
  var format: Format?

  /// The format as tables know it.
  var tableFormat: TableFormat {
    switch format {
    case nil: .people(Output.layout)
    case .csv: .csv()
    case .json: .json
    case .jsonl: .jsonl
    }
  }

  /// Prints a table; for people, a sentence where it is empty.
  func print(_ table: Table, whenEmpty sentence: String) {
    if format == nil, table.rows.isEmpty { return Output.say(sentence) }
    Output.write(Array(table.text(as: tableFormat).utf8))
  }
}

/// Where an export goes.
struct ExportTarget: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; `-` or nothing for standard output.", completion: .file())
  var output: String?

  /// Refuses a place where the review is: what is written would stand there in its stead.
  func check(isApartFrom file: ReviewFile) throws {
    guard let output, output != "-", file.isReached(by: output) else { return }
    throw Failure(
      .cannotCreate, "\(output) is the review itself, not a place for an export; choose another")
  }

  /// Writes the whole, or nothing: a file appears under its name when it is complete.
  func write(_ produce: (@escaping TableWriter.Sink) throws -> Void) throws {
    guard let output, output != "-" else {
      return try produce { Output.write($0) }
    }
    // Not this review, but maybe another: what has such a name is not replaced by a table.
    guard ![".linewise", ".linewise-journal"].contains(where: output.lowercased().hasSuffix) else {
      throw Failure(
        .cannotCreate, "\(output) has the name of a review, not of an export; choose another")
    }
    let temporary = output + ".\(getpid()).part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw Failure(.cannotCreate, "\(output) cannot be written") }
    let trickle = Trickle(temporary)
    defer { trickle.end() }
    do {
      try produce { try handle.write(contentsOf: Data($0)) }
      try trickle.finish()
      try handle.synchronize()
      try handle.close()
      guard rename(temporary, output) == 0 else {
        throw Failure(.cannotCreate, "\(output) cannot be written")
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes a text that is ready.
  func write(_ text: String) throws { try write { try $0(Array(text.utf8)) } }
}
