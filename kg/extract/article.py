"""Read every family of facts out of one article whose places are settled."""

from __future__ import annotations

from kg.extract.awards import extract_awards
from kg.extract.components import count_doubts
from kg.extract.concepts import extract_concepts
from kg.extract.documents import extract_documents
from kg.extract.doubts import find_doubts
from kg.extract.extents import with_extents
from kg.extract.field import no_report
from kg.extract.holders import with_holders
from kg.extract.lessons import extract_lessons
from kg.extract.measures import extract_measures
from kg.extract.organisations import extract_organisations
from kg.extract.people import extract_people
from kg.extract.practices import extract_practices
from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.extract.served import with_groups
from kg.extract.teams import with_teams
from kg.model import Article, ArticleFacts, ArticlePlaces
from kg.rulebook import RuleBook


def extract_facts(article: Article, places: ArticlePlaces, book: RuleBook) -> ArticleFacts:
    """All facts of an article, each family in the order of its evidence; nothing without evidence.

    An article on something else has no practices, concepts, honours and lessons: a game's 联盟系统 is none; nor has a
    plan or notice, which only says what shall be done.
    """
    silent = no_report(article, book)
    sentences = split_sentences(article.text)
    organisations = extract_organisations(article, places, book)
    people = extract_people(article, places, organisations, book)
    scope = Scope(article, places, sentences, people)
    practices = () if silent else extract_practices(article, scope, sentences, book)
    concepts = () if silent else extract_concepts(article, scope, sentences, practices, book)
    practices, concepts = with_groups(article, sentences, practices, concepts, book)
    return ArticleFacts(
        article=article,
        places=with_holders(places, organisations),
        organisations=with_teams(article.text, organisations, practices),
        people=people,
        practices=with_extents(article, sentences, practices, book),
        concepts=concepts,
        documents=extract_documents(article, places, book, organisations),
        awards=() if silent else extract_awards(article, places, book, practices, organisations, people),
        measures=extract_measures(article, places, scope.name, book),
        lessons=() if silent else extract_lessons(article, scope, sentences, practices, book),
        notices=(
            *silent,
            *find_doubts(article, book),
            *count_doubts(article, practices),
        ),
    )
