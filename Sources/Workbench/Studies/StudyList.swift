import Synthesis

/// The list of studies, each with its sections where it is unfolded.
package struct StudyList: Hashable, Sendable {
  /// A row.
  package enum Row: Hashable, Sendable {
    case study(Int)
    case section(study: Int, Int)
  }

  /// The row in focus.
  package var cursor = 0
  /// The first row on screen.
  package var top = 0
  /// The studies whose sections are shown.
  package var unfolded: Set<EntityID> = []
  /// The sections of studies that were read for this list.
  package var sections: [EntityID: [ListedSection]] = [:]
}

/// A section in the list of studies.
package struct ListedSection: Hashable, Sendable {
  package let section: Section
  /// Its lines that count, or would if it were findings.
  package let lines: Int
  /// Its first words, so that one sees what would count.
  package let beginning: String
}

extension StudyPage {
  /// The sections of the documents, in order.
  package func listedSections(_ rule: QuotationRule) -> [ListedSection] {
    documents.flatMap { document in
      document.table.sections.enumerated().map { index, section in
        let own = document.table.lines.filter {
          $0.section == index && $0.standing != .heading
        }
        let counting = own.filter { rule == .code || $0.role != .participant }
        return ListedSection(
          section: section, lines: counting.count,
          beginning: own.first.map { document.table.text.words($0.passage) } ?? "")
      }
    }
  }
}

extension State {
  /// The rows of the list of studies.
  package var studyRows: [StudyList.Row] {
    studies.indices.flatMap { index -> [StudyList.Row] in
      let study = studies[index].study.id
      guard studyList.unfolded.contains(study) else { return [.study(index)] }
      let sections = studyList.sections[study]?.indices ?? 0..<0
      return [.study(index)] + sections.map { .section(study: index, $0) }
    }
  }

  /// The row in focus.
  package var studyRow: StudyList.Row? {
    let rows = studyRows
    return rows.indices.contains(studyList.cursor) ? rows[studyList.cursor] : nil
  }
}
