public import Synthesis

/// Words of a study that show what a code means.
public struct CodebookQuotation: Hashable, Sendable {
  /// The words, as the study prints them.
  public var text: String
  /// The label of the study.
  public var study: String
  /// The number of the line within the study, from 1.
  public var line: Int
  /// The participant, as the study names them; empty where it does not.
  public var speaker: String
  /// Whose words they are.
  public var voice: Voice
  /// Whether a reviewer chose the words for this code; else they are the first lines it was given.
  public var chosen: Bool

  /// Makes a quotation.
  ///
  /// - Parameters:
  ///   - text: The words, as the study prints them.
  ///   - study: The label of the study.
  ///   - line: The number of the line within the study, from 1.
  ///   - speaker: The participant, as the study names them; empty where it does not.
  ///   - voice: Whose words they are.
  ///   - chosen: Whether a reviewer chose the words for this code.
  public init(
    text: String, study: String, line: Int, speaker: String = "", voice: Voice = .author,
    chosen: Bool = false
  ) {
    self.text = text
    self.study = study
    self.line = line
    self.speaker = speaker
    self.voice = voice
    self.chosen = chosen
  }
}
