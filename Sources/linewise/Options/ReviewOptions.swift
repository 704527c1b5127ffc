import ArgumentParser
import Foundation
import ReviewFile
import Synthesis

/// Which review, and who acts on it.
struct ReviewOptions: ParsableArguments {
  @Argument(help: "The review: a path to a .linewise file.", completion: .file())
  var review: String

  @Option(
    name: .customLong("as"),
    help: "Who acts: a coder's name or initials. Else LINEWISE_CODER, else the only coder.")
  var coder: String?

  /// Opens the review for reading.
  func openForReading() throws -> ReviewFile { try ReviewFile.open(review, for: .reading) }

  /// Opens the review for acting as somebody.
  func openForActing() throws -> Session {
    let file = try ReviewFile.open(review, for: .acting)
    return try Session(file: file, coder: try acting(in: file))
  }

  /// Who acts.
  func acting(in file: ReviewFile) throws -> Coder {
    let coders = try file.coders()
    let environment = ProcessInfo.processInfo.environment["LINEWISE_CODER"]
    if let name = coder ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      return try coders.named(name)
    }
    if let only = coders.first, coders.count == 1 { return only }
    guard !coders.isEmpty else {
      throw Failure(
        .usage, "this review has no coder yet; `linewise coder \(review) add NAME` adds one")
    }
    throw Failure(
      .usage,
      "who acts? Say --as with one of: \(coders.map(\.name).joined(separator: ", "))")
  }
}

extension ReviewOptions {
  /// Whose viewpoint a list has: whoever is named, else the only coder, else everybody's.
  func reading(in file: ReviewFile) throws -> Coder? {
    guard coder == nil else { return try acting(in: file) }
    return try? acting(in: file)
  }

  /// Whose eyes private drafts are seen with: whoever is named or the only coder; with several
  /// coders and nobody named an outsider, who sees what is revealed.
  func viewer(in file: ReviewFile) throws -> EntityID {
    try reading(in: file)?.id ?? Veil.outsider
  }
}

extension [Coder] {
  /// The coder of a name or of initials, ignoring case.
  func named(_ typed: String) throws -> Coder {
    let name = typed.asName
    let wanted = name.lowercased()
    let matches = filter { $0.name == name || $0.id.description == wanted }
    if let match = matches.first { return match }
    let loose = filter { $0.name.lowercased() == wanted || $0.initials.lowercased() == wanted }
    if let match = loose.first, loose.count == 1 { return match }
    throw Failure(
      .noInput,
      "no coder is called ‘\(name)’; the coders are \(map(\.name).joined(separator: ", "))")
  }
}

/// A review opened for acting as one coder.
struct Session {
  let file: ReviewFile
  let coder: Coder
  /// What has to be said before anything is done, where acts are missing.
  let warning: String?

  init(file: ReviewFile, coder: Coder) throws {
    self.file = file
    self.coder = coder
    warning = try Acknowledged(review: file.id, coder: coder.id).warning(about: file)
    if let warning { Output.complain(warning) }
  }

  /// Performs an intent, says what was done unless it is to be quiet, and sees to the backup.
  func perform(_ intent: Intent, quietly isQuiet: Bool = false) throws {
    switch try file.perform(intent, as: coder.id) {
    case .done(let action, let sentence, let remark):
      if !isQuiet { Output.say([sentence, remark].filter { !$0.isEmpty }.joined(separator: "; ")) }
      remember(action.id)
      backUp()
    case .nothing(let remark): Output.say(remark.isEmpty ? "nothing to change" : remark)
    case .refused(let refusal): throw refusal
    }
  }

  /// Remembers the act in the user's own folder.
  ///
  /// The act itself is on disk whatever comes of it.
  private func remember(_ action: ActionID) {
    do {
      try Acknowledged(review: file.id, coder: coder.id).remember(action, in: file)
    } catch {
      Output.complain(
        "the act is saved, but not noted in \(StateFolder.root): \(Failure(error).sentence)")
    }
  }

  /// Appends to the backup where enough is new, a second's worth: the first backup of a large
  /// review takes as long as the review is large, and goes on with the next act.
  ///
  /// The act itself is on disk whatever comes of it.
  func backUp() {
    let deadline = ContinuousClock.now + .seconds(1)
    do {
      try file.backUpIfDue(in: StateFolder.backups(of: file.id)) { ContinuousClock.now < deadline }
    } catch {
      Output.complain("the act is saved, but its backup is not: \(Failure(error).sentence)")
    }
  }
}
